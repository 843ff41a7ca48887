#include <display/model/counter_sign.h>

#include <QRegularExpression>

namespace starqueue::display {

using namespace Qt::StringLiterals;

CounterSign counterSign(const QString& name)
{
    static const QRegularExpression kFigure(u"^(.*?)\\s*(\\d{1,3})\\s*(.*)$"_s);
    const auto match = kFigure.match(name.trimmed());
    if (!match.hasMatch())
        return {name.trimmed(), {}, {}};
    return {match.captured(1), match.captured(2), match.captured(3)};
}

} // namespace starqueue::display
