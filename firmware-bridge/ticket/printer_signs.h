#pragma once

#include <QByteArray>

#include <array>
#include <vector>

namespace starqueue::bridge {

/// What a bit of a printer's answer can mean.
enum class PrinterSign {
    Offline,
    CoverOpen,
    PaperOut,
    NearEnd,
    Cutter,           ///< cutter error
    Jam,              ///< paper jam, mechanical error
    Presenter,        ///< presenter or ejector error
    TicketWaiting,    ///< a ticket lies at the exit
    Cooling,          ///< the head is too hot; goes on by itself
    Broken,           ///< unrecoverable: needs a technician
    Recoverable,      ///< an error that DLE ENQ ends, once its cause is gone
    Feed,             ///< somebody holds FEED
    WaitsForRecovery, ///< off line until FEED or DLE ENQ 0
    Moving,           ///< a motor runs
};
inline constexpr int kPrinterSigns = 14;

/// Where a byte has certain bits: (byte & mask) == value. A mask of 0 fits every byte.
struct BitPattern
{
    quint8 mask = 0;
    quint8 value = 0;

    bool operator==(const BitPattern&) const = default;

    [[nodiscard]] bool fits(quint8 byte) const { return (byte & mask) == value; }
};

/// One meaning of one byte of an answer. Where several name one sign, any of them raises it.
struct SignRule
{
    PrinterSign sign = PrinterSign::Offline;
    int byte = 0; ///< of the answer, from 0
    BitPattern bits{};

    bool operator==(const SignRule&) const = default;
};

/// What an answer of one kind says: to DLE EOT `question`, or automatic status.
struct StatusMap
{
    int question = 0;             ///< 0: automatic status
    int length = 1;               ///< bytes
    QByteArray head{};            ///< the bytes that a longer answer begins with
    BitPattern fixed{0x93, 0x12}; ///< how its first byte is known; of every byte in an answer of one byte
    std::vector<SignRule> rules{};

    bool operator==(const StatusMap&) const = default;
};

} // namespace starqueue::bridge
