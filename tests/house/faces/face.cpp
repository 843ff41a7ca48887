#include <house/faces/face.h>

#include <house/record/json_text.h>
#include <house/wire/hall_address.h>
#include <house/wire/line_network.h>

namespace starqueue::house {

using std::chrono::milliseconds;
using std::chrono::seconds;
using namespace Qt::StringLiterals;

Face::Face(House& house, HallProgram& hall, std::string name, std::string token)
    : m_house(house), m_random(house.random("face " + name)), m_hall(hall), m_name(std::move(name)),
      m_token(std::move(token))
{
    hall.network().setState(networkAddress(), NetworkState{});
}

void Face::start()
{
    begin();
}

void Face::die()
{
    if (!std::exchange(m_isUp, false))
        return;
    tell("dies");
    close();
    m_begin = m_house.agenda().after(m_random.between(milliseconds{500}, seconds{15}), [this] { begin(); });
}

void Face::begin()
{
    open();
    m_isUp = true;
    tell("up");
}

void Face::end()
{
    m_house.agenda().cancel(m_begin);
    if (std::exchange(m_isUp, false))
        close();
}

client::HallAddress Face::hallAddress()
{
    client::HallAddress address = addressOf(m_house, m_hall, m_token);
    address.network = [this, make = address.network](QObject* parent) {
        QNetworkAccessManager* const network = make(parent);
        dynamic_cast<LineNetwork&>(*network).onRequest = [this](const HttpChannel::NetworkReply& exchange) {
            tellCommand(exchange.url(), exchange.body());
        };
        return network;
    };
    return address;
}

void Face::tellCommand(const QUrl& url, const QByteArray& body) const
{
    if (body.isEmpty())
        return;
    const auto asked = parsedJson({body.constData(), static_cast<std::size_t>(body.size())});
    const std::string request = textIn(asked, "requestId");
    if (!request.empty())
        tell("sends", {{"request", request},
                       {"path", url.path().remove(u"/api/v1"_s).toStdString()},
                       {"who", textIn(asked.value("identity", nlohmann::json::object()), "value")}});
}

// As addressOf() has it.
std::string Face::networkAddress() const
{
    return "10.0.2." + m_token;
}

} // namespace starqueue::house
