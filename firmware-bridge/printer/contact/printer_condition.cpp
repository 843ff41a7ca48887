#include <firmware-bridge/printer/contact/printer_condition.h>

#include <algorithm>

namespace starqueue::bridge {

namespace {

bool bit(quint8 byte, int number)
{
    return (byte >> number & 1) != 0;
}

} // namespace

bool PrinterCondition::hasAny(std::initializer_list<PrinterSign> signs) const
{
    return std::any_of(signs.begin(), signs.end(), [this](PrinterSign sign) { return has(sign); });
}

void PrinterCondition::set(PrinterSign sign, bool raised)
{
    const quint32 mask = 1U << static_cast<int>(sign);
    m_signs = raised ? m_signs | mask : m_signs & ~mask;
}

bool PrinterCondition::fitToPrint() const
{
    using enum PrinterSign;
    return !hasAny({Offline, CoverOpen, PaperOut, Cutter, Jam, Presenter, Cooling, Broken, Recoverable, Feed,
                    WaitsForRecovery});
}

bool PrinterCondition::needsRecovery() const
{
    using enum PrinterSign;
    return hasAny({Cutter, Jam, Presenter, Recoverable, WaitsForRecovery}) &&
           !hasAny({CoverOpen, PaperOut, Broken, Cooling});
}

std::vector<SignStatement> statementsOf(const StatusMap& map, const QByteArray& answer)
{
    std::vector<SignStatement> statements;
    if (answer.size() < map.length)
        return statements;
    for (const SignRule& rule : map.rules) {
        const bool raised = rule.bits.fits(static_cast<quint8>(answer.at(rule.byte)));
        const auto known = std::find_if(statements.begin(), statements.end(),
                                        [&rule](const auto& said) { return said.sign == rule.sign; });
        if (known == statements.end())
            statements.push_back({rule.sign, raised});
        else
            known->raised = known->raised || raised;
    }
    return statements;
}

std::vector<SignStatement> sensorStatements(quint8 byte)
{
    return {{PrinterSign::NearEnd, bit(byte, 0) || bit(byte, 1)},
            {PrinterSign::PaperOut, bit(byte, 2) || bit(byte, 3)}};
}

} // namespace starqueue::bridge
