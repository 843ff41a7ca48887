#include <house/bridge/bridge_program.h>

#include <house/record/json_text.h>
#include <house/wire/line_network.h>

#include <QLoggingCategory>
#include <QNetworkReply>

#include <algorithm>

namespace starqueue::house {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// As the bridge sees it: 2xx, or a refusal that names its reason.
bool isDecision(const AnsweredCommand& command)
{
    const bool isRefusal =
        command.status == 400 || command.status == 404 || command.status == 409 || command.status == 422;
    return command.status < 300 || (isRefusal && !textIn(command.answer, "code").empty());
}

} // namespace

BridgeProgram::BridgeProgram(House& house, HallProgram& hall, Devices& devices)
    : m_house(house), m_hall(hall), m_devices(devices), m_random(house.random("bridge program"))
{
    QLoggingCategory::setFilterRules(u"*=false"_s);
    for (const char* what : {"a press was counted", "a press was refused", "the bridge died in mid ticket",
                             "the bridge died and a panel kept a press", "a print ended printed",
                             "a print ended unknown", "a print ended offline"})
        m_house.sometimes().expect(what);
}

void BridgeProgram::start()
{
    m_house.tell({"bridge", "starts"});
    m_bridge.emplace(m_devices.config(), address(), m_devices.ports());
    m_bridge->start();
}

void BridgeProgram::die()
{
    if (!m_bridge)
        return;
    sawDeath();
    m_bridge.reset();
    m_networks.clear();
    m_start = m_house.agenda().after(m_random.between(milliseconds{200}, seconds{8}), [this] { start(); });
}

void BridgeProgram::end()
{
    m_house.agenda().cancel(m_start);
    m_bridge.reset();
}

void BridgeProgram::sawDeath()
{
    m_house.tell({"bridge", "dies"});
    const auto isCut = [this](const auto& printer) { return m_devices.isInMidTicket(printer.id); };
    if (std::ranges::any_of(m_devices.config().printers, isCut))
        m_house.sometimes().saw("the bridge died in mid ticket");
    if (m_devices.keptPresses() > 0)
        m_house.sometimes().saw("the bridge died and a panel kept a press");
}

qsizetype BridgeProgram::openRequests() const
{
    qsizetype open = 0;
    for (const auto& network : m_networks)
        if (network)
            open += std::ranges::count_if(network->findChildren<QNetworkReply*>(),
                                          [](const QNetworkReply* reply) { return reply->isRunning(); });
    return open;
}

client::HallAddress BridgeProgram::address()
{
    auto address =
        addressOf(m_house, m_hall, "bridge", [this](const AnsweredCommand& command) { onAnswer(command); });
    address.network = [this, make = address.network](QObject* parent) {
        QNetworkAccessManager* const network = m_networks.emplaceBack(make(parent)).data();
        dynamic_cast<LineNetwork&>(*network).onRequest = [this](const HttpChannel::NetworkReply& exchange) {
            tellKey(exchange.url().path(), exchange.body());
        };
        return network;
    };
    return address;
}

void BridgeProgram::tellKey(const QString& path, const QByteArray& body)
{
    if (!path.contains(u"/counters/"_s) || body.isEmpty())
        return;
    const auto asked = parsedJson({body.constData(), static_cast<std::size_t>(body.size())});
    m_house.tell(
        {"bridge", "sends", {{"request", textIn(asked, "requestId")}, {"path", path.toStdString()}}});
}

void BridgeProgram::tellSaid(const std::string& of, const std::string& what, const AnsweredCommand& command)
{
    m_house.tell({"bridge", "said", {{"of", of}, {"what", what}, {"decided", isDecision(command) ? 1 : 0}}});
}

void BridgeProgram::onAnswer(const AnsweredCommand& command)
{
    if (command.path.endsWith(u"/rating"_s)) {
        const nlohmann::json press = command.asked.value("press", nlohmann::json::object());
        tellSaid("press " + textIn(press, "uid") + ':' + std::to_string(integerIn(press, "epoch")) + ':' +
                     std::to_string(integerIn(press, "seq")),
                 std::to_string(integerIn(press, "pressedAt")), command);
    }
    if (command.path.endsWith(u"/result"_s))
        tellSaid(command.path.toStdString(), textIn(command.asked, "outcome"), command);
    if (command.path.endsWith(u"/rating"_s) && isDecision(command))
        onRating(command);
    if (command.path.endsWith(u"/result"_s) && command.status == 200)
        m_house.sometimes().saw("a print ended " + textIn(command.asked, "outcome"));
}

void BridgeProgram::onRating(const AnsweredCommand& command)
{
    const nlohmann::json press = command.asked.value("press", nlohmann::json::object());
    m_house.sometimes().saw(command.status < 300 ? "a press was counted" : "a press was refused");
    m_house.tell({"bridge",
                  "settled",
                  {{"session", textIn(command.asked, "session")},
                   {"uid", textIn(press, "uid")},
                   {"epoch", integerIn(press, "epoch")},
                   {"seq", integerIn(press, "seq")},
                   {"at", integerIn(press, "pressedAt")},
                   {"status", command.status}}});
}

} // namespace starqueue::house
