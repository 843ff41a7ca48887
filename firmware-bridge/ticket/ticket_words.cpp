#include <firmware-bridge/ticket/ticket_words.h>

#include <QDateTime>
#include <QLocale>

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
    return low == high ? QString::number(low) : u"%1-%2"_s.arg(low).arg(high);
}

bool isAtOnce(const PrintedTicket& ticket)
{
    return ticket.wait && !ticket.wait->unknown && ticket.wait->highSeconds == 0;
}

QString joined(const QString& chinese, const QString& english)
{
    return chinese.isEmpty() ? chinese : chinese + u' ' + english;
}

} // namespace

QString peopleWords(const PrintedTicket& ticket, Language language)
{
    const bool isChinese = language == Language::Chinese;
    if (ticket.ahead <= 0)
        return isAtOnce(ticket) ? QString() : isChinese ? u"没有人"_s : u"nobody"_s;
    if (isChinese)
        return u"%1人"_s.arg(ticket.ahead);
    return ticket.ahead == 1 ? u"1 person"_s : u"%1 people"_s.arg(ticket.ahead);
}

QString waitWords(const PrintedTicket& ticket, Language language)
{
    const bool isChinese = language == Language::Chinese;
    if (!ticket.wait)
        return {};
    if (ticket.wait->unknown)
        return isChinese ? u"窗口尚未开始办理"_s : u"Counters aren't open yet"_s;
    if (isAtOnce(ticket))
        return isChinese ? u"马上办理"_s : u"Right away"_s;
    return minutes(*ticket.wait) + (isChinese ? u"分钟"_s : u" min"_s);
}

QString peopleInBoth(const PrintedTicket& ticket)
{
    const QString english = peopleWords(ticket, Language::English);
    return joined(peopleWords(ticket, Language::Chinese),
                  ticket.ahead > 0 ? english.section(u' ', 1) : english);
}

QString waitInBoth(const PrintedTicket& ticket)
{
    const QString english = waitWords(ticket, Language::English);
    const bool isRange = ticket.wait && !ticket.wait->unknown && !isAtOnce(ticket);
    return joined(waitWords(ticket, Language::Chinese), isRange ? english.section(u' ', 1) : english);
}

QString timeWords(const QString& localTime, Language language)
{
    const auto time = QDateTime::fromString(localTime, u"yyyy-MM-dd HH:mm"_s);
    if (language == Language::Chinese || !time.isValid())
        return localTime;
    return QLocale::c().toString(time, u"d MMM yyyy HH:mm"_s);
}

QString reprintWords(bool chinese)
{
    return chinese ? u"补打 / REPRINT"_s : u"REPRINT"_s;
}

} // namespace starqueue::bridge
