#include <display/model/counter_sign.h>

namespace starqueue::display {

namespace {

/// Letters and digits of the alphabet run on; Chinese characters stand each for itself.
bool runsOn(const QString& text, qsizetype left)
{
    const auto isAscii = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && text.at(at).unicode() < 128 && text.at(at).isLetterOrNumber();
    };
    return isAscii(left) && isAscii(left + 1);
}

/// Where the sign stands by itself; -1: nowhere.
qsizetype placeOf(const QString& sign, const QString& name)
{
    qsizetype at = sign.isEmpty() ? -1 : name.indexOf(sign);
    while (at >= 0 && (runsOn(name, at - 1) || runsOn(name, at + sign.size() - 1)))
        at = name.indexOf(sign, at + 1);
    return at;
}

} // namespace

CounterSign counterSign(const QString& sign, const QString& name)
{
    const qsizetype at = placeOf(sign, name);
    if (at < 0)
        return {{}, sign, name.trimmed()};
    return {name.left(at).trimmed(), sign, name.mid(at + sign.size()).trimmed()};
}

} // namespace starqueue::display
