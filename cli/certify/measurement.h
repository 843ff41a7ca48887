#pragma once

#include <map>
#include <optional>
#include <string>

namespace starqueue::certify {

/// What a printer speaks.
enum class Language {
    Unknown, ///< it says nothing
    EscPos,
    Star,   ///< line mode
    Nippon, ///< NP-2511/3511's own
};

/// Who a printer says that it is (GS I); empty where it doesn't say.
struct Identity
{
    std::string maker;
    std::string model;
    std::string firmware;
    std::optional<unsigned char> number; ///< GS I 1
};

/// What was measured of one printer.
struct Measurement
{
    std::optional<int> baud; ///< none: it isn't on a serial port, or wasn't found
    bool heardNoise = false; ///< bytes came at some baud, and at none an answer
    Language language = Language::Unknown;
    Identity identity;
    std::map<int, std::string> status; ///< answers to DLE EOT n, twice the same length
    bool automaticStatus = false;
    std::string automatic;  ///< its four bytes while it is well
    bool sensor = false;    ///< answers GS r 1
    bool processId = false; ///< answers GS ( H of an empty job
    bool clears = false;    ///< answers the real-time clear command
    /// DLE EOT waits for what was sent before, or for the paper to stand still.
    bool statusInOrder = false;
};

/// What only a person can tell; empty where nobody did.
struct Seen
{
    std::optional<int> columns;
    std::optional<bool> cut;
    std::optional<bool> qr;
    std::optional<bool> chinese;
    std::optional<bool> bootsInChinese;
    bool nearEndLies = false;                ///< it says that a full roll is nearly used up
    std::map<std::string, int> codePages;    ///< "cp866" -> the number of ESC t
    std::optional<bool> coverIsError;        ///< a cover opened in mid ticket waits for a command once closed
    std::optional<std::string> paperOutBits; ///< of DLE EOT 4, as a profile writes them
    std::optional<std::string> waitingBits;  ///< of a ticket in the presenter, likewise
    std::optional<std::string> waitingAutomatic; ///< the same of automatic status: "3:xxxx1xxx"
    /// A ticket that nobody takes is drawn in again within seconds; nothing: nobody looked, or none was seen.
    std::optional<bool> drawsIn;
};

} // namespace starqueue::certify
