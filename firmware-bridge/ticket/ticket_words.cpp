#include <firmware-bridge/ticket/ticket_words.h>

#include <algorithm>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

using Language = PrintedTicket::Language;

constexpr int kMinute = 60;

QString minutes(const PrintedWait& wait)
{
    const int low = wait.lowSeconds / kMinute;
    const int high = std::max((wait.highSeconds + kMinute - 1) / kMinute, low);
    return low == high ? QString::number(low) : u"%1–%2"_s.arg(low).arg(high);
}

/// A sentence of two parts, either of which may be missing.
QString joined(const QString& place, const QString& wait)
{
    return place.isEmpty() || wait.isEmpty() ? place + wait : place + u" · "_s + wait;
}

bool isAtOnce(const PrintedTicket& ticket)
{
    return ticket.wait && !ticket.wait->unknown && ticket.wait->highSeconds == 0;
}

QString chineseWait(const PrintedTicket& ticket)
{
    if (!ticket.wait)
        return {};
    if (ticket.wait->unknown)
        return u"窗口尚未开始办理"_s;
    return isAtOnce(ticket) ? u"马上办理"_s : u"预计 %1 分钟"_s.arg(minutes(*ticket.wait));
}

QString englishWait(const PrintedTicket& ticket)
{
    if (!ticket.wait)
        return {};
    if (ticket.wait->unknown)
        return u"Counters aren't open yet"_s;
    return isAtOnce(ticket) ? u"Right away"_s : u"about %1 min"_s.arg(minutes(*ticket.wait));
}

/// Nobody ahead and called at once: the wait alone says it.
QString chinesePlace(const PrintedTicket& ticket)
{
    if (ticket.ahead > 0)
        return u"前面 %1 人"_s.arg(ticket.ahead);
    return isAtOnce(ticket) ? QString() : u"您是下一位"_s;
}

QString englishPlace(const PrintedTicket& ticket)
{
    if (ticket.ahead > 0)
        return u"%1 ahead of you"_s.arg(ticket.ahead);
    return isAtOnce(ticket) ? QString() : u"You are next"_s;
}

/// How many characters of `text` fit, preferring to end behind a space or Chinese punctuation.
qsizetype breakAt(const QString& text, int columns, int (*width)(const QString&))
{
    qsizetype fits = 0;
    qsizetype nice = 0;
    while (fits < text.size() && width(text.left(fits + 1)) <= columns) {
        ++fits;
        const QChar last = text.at(fits - 1);
        if (last == QLatin1Char(' ') || u"，。：；·"_s.contains(last))
            nice = fits;
    }
    if (fits == text.size())
        return fits;
    if (text.at(fits) == QLatin1Char(' '))
        return fits;
    return nice > 0 ? nice : std::max<qsizetype>(fits, 1);
}

} // namespace

QString waitWords(const PrintedTicket& ticket)
{
    return ticket.language == Language::Chinese ? joined(chinesePlace(ticket), chineseWait(ticket))
                                                : joined(englishPlace(ticket), englishWait(ticket));
}

QString reprintWords()
{
    return u"补打 / REPRINT"_s;
}

QString scanWords(Language language)
{
    return language == Language::Chinese ? u"扫码看进度 · 快到您时会提醒"_s
                                         : u"Scan to follow your place in the queue"_s;
}

QString missedWords(Language language)
{
    return language == Language::Chinese ? u"过号请到引导台，不必重新排队"_s
                                         : u"Missed your call? Go to the usher, no need to queue again"_s;
}

QStringList wrapped(const QString& text, int columns, int (*width)(const QString&))
{
    QStringList lines;
    QString rest = text.trimmed();
    while (!rest.isEmpty()) {
        const qsizetype length = breakAt(rest, columns, width);
        lines += rest.left(length).trimmed();
        rest = rest.mid(length).trimmed();
    }
    return lines;
}

int columnsOfText(const QString& text)
{
    int columns = 0;
    for (const QChar character : text)
        columns += character.unicode() < 0x80 ? 1 : 2;
    return columns;
}

} // namespace starqueue::bridge
