#include <counter/counter_desk.h>

#include <client/ui/face_program.h>
#include <client/ui/language.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace starqueue::counter::test {

using namespace starqueue::test;

namespace {

QJsonObject merged(QJsonObject object, const QJsonObject& more)
{
    for (auto field = more.begin(); field != more.end(); ++field)
        object[field.key()] = field.value();
    return object;
}

QJsonObject name(const QString& zh, const QString& en)
{
    return {{"zh", zh}, {"en", en}};
}

/// What a clerk may do at a counter in this state, as the hall says it.
QJsonArray mayAt(const QString& state)
{
    if (state == "closed")
        return {"open"};
    if (state == "open")
        return {"next", "call", "unpark", "close", "pause", "handover", "help"};
    if (state == "paused")
        return {"resume", "close", "handover", "help"};
    if (state == "calling")
        return {"recall",   "start",  "no-show", "undo",     "park",
                "transfer", "verify", "pause",   "handover", "help"};
    return {"finish", "park", "transfer", "verify", "pause", "handover", "help"};
}

QJsonObject service(const QString& id, const QJsonObject& names, bool open = true)
{
    return {{"id", id}, {"name", names}, {"open", open}, {"takesTransfers", open}};
}

} // namespace

CounterDesk::CounterDesk(const QString& language)
    : model(client, "3", "17", {.wall = [this] { return wall; }, .steady = [this] { return steady; }})
{
    services = QJsonArray{service("account", name("账户业务", "Accounts")),
                          service("plans", name("套餐变更", "Change of plan")),
                          service("talk", name("投诉建议", "Complaints"), false)};
    ui::FaceOptions options;
    options.language = language;
    ui::prepareUi(ui::Theme::Kind::Desk, options, {"starqueue_counter"});
    hall.always("GET", "/counters/3", [this] { return m_counter; });
    model.setConnected(true, {});
}

void CounterDesk::stand(const QString& state, const QJsonObject& more)
{
    m_counter = merged({{"id", "3"},
                        {"name", name("3号窗口", "Counter 3")},
                        {"state", state},
                        {"clerk", state == "closed" ? QJsonValue() : QJsonValue("17")},
                        {"may", mayAt(state)},
                        {"waiting", 14},
                        {"waitingHere", 8},
                        {"servedToday", 23},
                        {"meanServiceSeconds", 340.7}},
                       more);
}

bool CounterDesk::look()
{
    const auto before = hall.requests("GET", "/counters/3").size();
    const auto asked = [&] { return hall.requests("GET", "/counters/3").size() > before; };
    // Only a change after the question can come from its answer.
    bool seen = false;
    const auto link =
        QObject::connect(&model, &counter::CounterModel::changed, &model, [&] { seen = seen || asked(); });
    takeBoard({{"at", wall.toString(Qt::ISODateWithMs)},
               {"hall", QJsonObject{{"clerkLogin", clerkLogin}}},
               {"services", services},
               {"counters", counters}});
    const bool answered = eventually([&] { return seen; });
    QObject::disconnect(link);
    return answered;
}

void CounterDesk::takeBoard(const QJsonObject& board)
{
    model.takeBoard(client::api::read<client::api::Board>(QJsonDocument(board).toJson()));
}

void CounterDesk::answer(const QByteArray& verb, int status, const QJsonObject& body)
{
    hall.reply("POST", "/counters/3/" + verb, status, body);
}

QList<ScriptedHall::Request> CounterDesk::sent(const QByteArray& verb) const
{
    return hall.requests("POST", "/counters/3/" + verb);
}

void CounterDesk::pass(std::chrono::milliseconds time)
{
    steady += time;
    wall = wall.addMSecs(time.count());
    model.tick();
}

QJsonObject CounterDesk::counter(const QString& id, const QString& state, const QJsonArray& services,
                                 const QJsonObject& more)
{
    return merged({{"id", id},
                   {"name", name(id + "号窗口", "Counter " + id)},
                   {"sign", id},
                   {"services", services},
                   {"state", state}},
                  more);
}

QJsonObject CounterDesk::ticket(const QString& number, const QString& state, const QJsonObject& more)
{
    return merged({{"id", "id-" + number},
                   {"number", number},
                   {"service", "account"},
                   {"serviceName", name("账户业务", "Accounts")},
                   {"state", state == "calling" ? "called" : state},
                   {"calledAt", "2026-11-22T02:23:00.000Z"},
                   {"startedAt", state == "serving" ? QJsonValue("2026-11-22T02:23:30.000Z") : QJsonValue()},
                   {"language", "zh"},
                   {"stars", 5},
                   {"waitedSeconds", 372.4},
                   {"why", QJsonObject{{"text", name("五星提前 15 分钟。", "Five stars count earlier.")}}}},
                  more);
}

} // namespace starqueue::counter::test
