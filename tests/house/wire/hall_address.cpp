#include <house/wire/hall_address.h>

#include <house/wire/line_network.h>

#include <QJsonDocument>

#include <optional>
#include <utility>

namespace starqueue::house {

using namespace Qt::StringLiterals;

namespace {

/// Empty: it was a question, or the answer isn't whole.
std::optional<AnsweredCommand> commandOf(HttpChannel::NetworkReply& reply)
{
    const bool isWhole =
        reply.error() == QNetworkReply::NoError || reply.error() >= QNetworkReply::ContentAccessDenied;
    const QJsonObject asked = QJsonDocument::fromJson(reply.body()).object();
    if (!isWhole || !asked.contains(u"requestId"_s))
        return std::nullopt;
    const QByteArray body = reply.peek(reply.bytesAvailable());
    return AnsweredCommand{reply.url().path().remove(u"/api/v1"_s), asked,
                           reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                           QJsonDocument::fromJson(body).object()};
}

Fact factOf(const std::string& name, const AnsweredCommand& command)
{
    const auto text = [](const QJsonObject& object, const QString& field) {
        return object[field].toString().toStdString();
    };
    return {name,
            "answered",
            {{"request", text(command.asked, u"requestId"_s)},
             {"path", command.path.toStdString()},
             {"status", command.status},
             {"code", text(command.answer, u"code"_s)},
             {"id", text(command.answer, u"id"_s)},
             {"number", text(command.answer, u"number"_s)}}};
}

} // namespace

client::HallAddress addressOf(House& house, HallProgram& hall, const std::string& name,
                              std::function<void(const AnsweredCommand&)> heard)
{
    const auto onFinished = [&house, name, heard = std::move(heard)](QNetworkReply* reply) {
        const auto command = commandOf(dynamic_cast<HttpChannel::NetworkReply&>(*reply));
        if (!command)
            return;
        house.tell(factOf(name, *command));
        if (heard)
            heard(*command);
    };
    const auto network = [&hall, name, onFinished](QObject* parent) -> QNetworkAccessManager* {
        auto* const made = new LineNetwork([&hall, name] { return hall.connect("10.0.2." + name); }, parent);
        QObject::connect(made, &QNetworkAccessManager::finished, onFinished);
        return made;
    };
    return {QUrl(u"http://hall"_s), QByteArray::fromStdString(hall.secretOf(name)), network};
}

} // namespace starqueue::house
