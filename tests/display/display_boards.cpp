#include <display/display_boards.h>

namespace starqueue::display::test {

using namespace Qt::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 22), QTime(2, 24, 5), Qt::UTC);

QJsonObject name(const QString& zh, const QString& en)
{
    return {{"zh", zh}, {"en", en}};
}

} // namespace

DisplayBoard& DisplayBoard::call(const QString& number, const QString& counter, int recalls,
                                 const QString& state, int secondsAgo)
{
    m_calls.prepend(QJsonObject{{"ticket", "id-" + number},
                                {"number", number},
                                {"counter", counter},
                                {"counterName", name(counter + u"号窗口"_s, "Counter " + counter)},
                                {"sign", counter},
                                {"at", kNow.addSecs(-secondsAgo).toString(Qt::ISODateWithMs)},
                                {"recalls", recalls},
                                {"state", state}});
    return *this;
}

DisplayBoard& DisplayBoard::calledAt(qint64 elapsed)
{
    QJsonObject newest = m_calls.first().toObject();
    newest["elapsed"] = elapsed;
    m_calls.replace(0, newest);
    return *this;
}

DisplayBoard& DisplayBoard::counterNamed(const QString& zh, const QString& en)
{
    QJsonObject newest = m_calls.first().toObject();
    newest["counterName"] = name(zh, en);
    m_calls.replace(0, newest);
    return *this;
}

DisplayBoard& DisplayBoard::signedAs(const QString& sign)
{
    QJsonObject newest = m_calls.first().toObject();
    newest["sign"] = sign;
    m_calls.replace(0, newest);
    return *this;
}

DisplayBoard& DisplayBoard::service(const QString& zh, const QString& en, int ahead, int p10, int p90,
                                    bool open)
{
    m_services.append(QJsonObject{{"name", name(zh, en)},
                                  {"open", open},
                                  {"waiting", ahead},
                                  {"ahead", ahead},
                                  {"waitSeconds", QJsonObject{{"p10", p10}, {"p50", p10}, {"p90", p90}}}});
    return *this;
}

DisplayBoard& DisplayBoard::waitOf(const QString& method)
{
    QJsonObject last = m_services.last().toObject();
    QJsonObject wait = last["waitSeconds"].toObject();
    wait["method"] = method;
    last["waitSeconds"] = wait;
    m_services.replace(m_services.size() - 1, last);
    return *this;
}

DisplayBoard& DisplayBoard::message(const QString& zh, const QString& en)
{
    m_messages.append(QJsonObject{{"id", "1"}, {"text", name(zh, en)}});
    return *this;
}

DisplayBoard& DisplayBoard::closed()
{
    m_dayOpen = false;
    return *this;
}

QJsonObject DisplayBoard::json() const
{
    return {{"seq", 7},
            {"at", kNow.toString(Qt::ISODateWithMs)},
            {"hall", QJsonObject{{"id", "x"}, {"name", u"城西营业厅"_s}}},
            {"dayOpen", m_dayOpen},
            {"calls", m_calls},
            {"services", m_services},
            {"messages", m_messages}};
}

client::FaceClock TurnedClock::clock()
{
    return {.wall = [this] { return wall; }, .steady = [this] { return steady; }};
}

} // namespace starqueue::display::test
