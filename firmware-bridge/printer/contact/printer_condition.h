#pragma once

#include <firmware-bridge/ticket/printer_signs.h>

#include <QByteArray>

#include <initializer_list>
#include <vector>

namespace starqueue::bridge {

/// What a printer says about itself: the signs that are raised.
class PrinterCondition
{
public:
    PrinterCondition() = default;
    PrinterCondition(std::initializer_list<PrinterSign> raised)
    {
        for (const PrinterSign sign : raised)
            set(sign, true);
    }

    bool operator==(const PrinterCondition&) const = default;

    [[nodiscard]] bool has(PrinterSign sign) const { return (m_signs >> static_cast<int>(sign) & 1) != 0; }
    [[nodiscard]] bool hasAny(std::initializer_list<PrinterSign> signs) const;
    void set(PrinterSign sign, bool raised);
    /// The signs of both.
    [[nodiscard]] PrinterCondition with(PrinterCondition other) const
    {
        other.m_signs |= m_signs;
        return other;
    }
    /// Nothing keeps it from printing.
    [[nodiscard]] bool fitToPrint() const;
    /// It stopped by an error whose cause is gone, and DLE ENQ ends it.
    [[nodiscard]] bool needsRecovery() const;

private:
    quint32 m_signs = 0;
};

/// One thing that an answer says.
struct SignStatement
{
    PrinterSign sign = PrinterSign::Offline;
    bool raised = false;

    bool operator==(const SignStatement&) const = default;
};

/// Everything that `answer` says by `map`; nothing where it is too short.
[[nodiscard]] std::vector<SignStatement> statementsOf(const StatusMap& map, const QByteArray& answer);

/// Everything that the answer to GS r 1 says.
[[nodiscard]] std::vector<SignStatement> sensorStatements(quint8 byte);

} // namespace starqueue::bridge
