#include <house/wire/hall_address.h>

#include <house/record/json_text.h>
#include <house/wire/line_network.h>

#include <optional>
#include <utility>

namespace starqueue::house {

using namespace Qt::StringLiterals;

namespace {

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Empty: it was a question, or the answer isn't whole.
std::optional<AnsweredCommand> commandOf(HttpChannel::NetworkReply& reply)
{
    const bool isWhole =
        reply.error() == QNetworkReply::NoError || reply.error() >= QNetworkReply::ContentAccessDenied;
    if (!isWhole || reply.body().isEmpty())
        return std::nullopt;
    auto asked = parsedJson(viewOf(reply.body()));
    if (!asked.contains("requestId"))
        return std::nullopt;
    const QByteArray body = reply.peek(reply.bytesAvailable());
    return AnsweredCommand{reply.url().path().remove(u"/api/v1"_s), std::move(asked),
                           reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                           parsedJson(viewOf(body))};
}

Fact factOf(const std::string& name, const AnsweredCommand& command)
{
    return {name,
            "answered",
            {{"request", textIn(command.asked, "requestId")},
             {"path", command.path.toStdString()},
             {"status", command.status},
             {"code", textIn(command.answer, "code")},
             {"id", textIn(command.answer, "id")},
             {"number", textIn(command.answer, "number")}}};
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
