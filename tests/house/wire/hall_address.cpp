#include <house/wire/hall_address.h>

#include <house/wire/line_network.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace starqueue::house {

using namespace Qt::StringLiterals;

namespace {

void tellAnswer(House& house, const std::string& name, HttpChannel::Exchange& exchange)
{
    const bool isWhole =
        exchange.error() == QNetworkReply::NoError || exchange.error() >= QNetworkReply::ContentAccessDenied;
    const QJsonObject asked = QJsonDocument::fromJson(exchange.body()).object();
    if (!isWhole || !asked.contains(u"requestId"_s))
        return;
    const QByteArray body = exchange.peek(exchange.bytesAvailable());
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const auto text = [](const QJsonObject& object, const QString& field) {
        return object[field].toString().toStdString();
    };
    house.tell({name,
                "answered",
                {{"request", text(asked, u"requestId"_s)},
                 {"path", exchange.url().path().remove(u"/api/v1"_s).toStdString()},
                 {"status", exchange.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()},
                 {"code", text(answer, u"code"_s)},
                 {"id", text(answer, u"id"_s)},
                 {"number", text(answer, u"number"_s)}}});
}

} // namespace

client::HallAddress addressOf(House& house, HallProgram& hall, const std::string& name)
{
    const auto network = [&house, &hall, name](QObject* parent) -> QNetworkAccessManager* {
        auto* const made = new LineNetwork([&hall, name] { return hall.connect("10.0.2." + name); }, parent);
        QObject::connect(made, &QNetworkAccessManager::finished, [&house, name](QNetworkReply* reply) {
            tellAnswer(house, name, dynamic_cast<HttpChannel::Exchange&>(*reply));
        });
        return made;
    };
    return {QUrl(u"http://hall"_s), QByteArray::fromStdString(hall.secretOf(name)), network};
}

} // namespace starqueue::house
