#include <display/voice/phrase.h>

#include <display/model/counter_sign.h>

namespace starqueue::display {

using namespace Qt::StringLiterals;

using client::api::Call;

namespace {

QStringList spelled(const QString& number)
{
    QStringList names;
    for (const QChar sign : number) {
        if (sign.isDigit() || (sign >= QLatin1Char('A') && sign <= QLatin1Char('Z')))
            names << QString(sign);
    }
    return names;
}

QStringList chineseFigure(int figure)
{
    QStringList names;
    if (figure >= 20)
        names << QString::number(figure / 10);
    if (figure >= 10)
        names << u"ten"_s;
    if (figure < 10 || figure % 10 != 0)
        names << QString::number(figure % 10);
    return names;
}

QStringList englishFigure(int figure)
{
    if (figure <= 20 || figure % 10 == 0)
        return {QString::number(figure)};
    return {QString::number(figure / 10 * 10), QString::number(figure % 10)};
}

QStringList figureOf(const QString& figure, bool chinese)
{
    constexpr int kLargest = 99;
    const int value = figure.toInt();
    if (value > kLargest)
        return spelled(figure);
    return chinese ? chineseFigure(value) : englishFigure(value);
}

QStringList chinese(const Call& call, const QString& figure)
{
    QStringList names = QStringList{"please"} + spelled(call.number) + QStringList{"number"};
    if (!figure.isEmpty())
        names += QStringList{"goto"} + figureOf(figure, true) + QStringList{"number", "counter"};
    return names;
}

QStringList english(const Call& call, const QString& figure)
{
    QStringList names = QStringList{"number"} + spelled(call.number);
    if (!figure.isEmpty())
        names += QStringList{"goto", "counter"} + figureOf(figure, false);
    return names;
}

} // namespace

QStringList phraseOf(const Call& call, const QString& language)
{
    const bool inEnglish = language == "en"_L1;
    QStringList names = inEnglish ? english(call, counterSign(call.counterName.en).figure)
                                  : chinese(call, counterSign(call.counterName.zh).figure);
    for (QString& name : names)
        name.prepend(inEnglish ? u"en/"_s : u"zh/"_s);
    return names;
}

} // namespace starqueue::display
