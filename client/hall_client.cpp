#include <client/hall_client.h>
#include <client/hall_request.h>

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace starqueue::client {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds kOneTry{10'000};
constexpr milliseconds kFirstPause{200};
constexpr milliseconds kLongestPause{5'000};
constexpr int kTimeout = 408;
constexpr int kStorageFull = 507;

Answer answerOf(QNetworkReply& reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool cutOff =
        reply.error() != QNetworkReply::NoError && reply.error() < QNetworkReply::ContentAccessDenied;
    if (status == 0 || cutOff)
        return unreachableAnswer(reply.errorString());
    return parseAnswer(status, reply.readAll());
}

/// Whether `answer` ends a command. After a failure (5xx) or a request that came too slowly nobody knows what
/// was done, so that even a person's next try has to be the same intent.
bool endsCommand(const Answer& answer, HallClient::Until until)
{
    if (answer.decided() || until == HallClient::Until::Decided)
        return answer.decided();
    const bool failed = answer.status >= 500 && answer.status != kStorageFull;
    return !answer.unreachable() && answer.status != kTimeout && !failed;
}

/// A reply must be whole in time; Qt's own transfer time-out only watches for idleness.
void limit(QNetworkReply* reply, milliseconds time)
{
    QTimer::singleShot(std::max(time, milliseconds(1)), reply, [reply] { reply->abort(); });
}

} // namespace

struct HallClient::Command
{
    QByteArray verb;
    QString path;
    QByteArray body;
    QPointer<QObject> context;
    Callback callback;
    milliseconds timeout;
    Until until;
    milliseconds pause = kFirstPause;
    QElapsedTimer since{}; ///< asks clock_gettime, which a simulation replaces

    [[nodiscard]] milliseconds left() const { return timeout - milliseconds(since.elapsed()); }
};

HallClient::HallClient(HallAddress address, QObject* parent)
    : QObject(parent), m_address(std::move(address)), m_network(makeNetwork(m_address, this))
{}

HallClient::~HallClient() = default;

void HallClient::get(const QString& path, QObject* context, Callback callback)
{
    QNetworkReply* reply = m_network->get(hallRequest(m_address, path));
    limit(reply, kOneTry);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    connect(reply, &QNetworkReply::finished, context,
            [reply, callback = std::move(callback)] { callback(answerOf(*reply)); });
}

void HallClient::post(const QString& path, QJsonObject body, QObject* context, Callback callback,
                      milliseconds timeout)
{
    start("POST", path, std::move(body), context, std::move(callback), timeout, Until::Decided);
}

void HallClient::put(const QString& path, QJsonObject body, QObject* context, Callback callback,
                     milliseconds timeout)
{
    start("PUT", path, std::move(body), context, std::move(callback), timeout, Until::Decided);
}

void HallClient::send(const api::Command& command, QObject* context, Callback callback, milliseconds timeout,
                      Until until)
{
    start(command.method, command.path, command.body, context, std::move(callback), timeout, until);
}

void HallClient::start(const QByteArray& verb, const QString& path, QJsonObject body, QObject* context,
                       Callback callback, milliseconds timeout, Until until)
{
    if (!body.contains("requestId"))
        body.insert("requestId", m_ids.next().toString(QUuid::WithoutBraces));
    auto command =
        std::make_shared<Command>(Command{verb, path, QJsonDocument(body).toJson(QJsonDocument::Compact),
                                          context, std::move(callback), timeout, until});
    command->since.start();
    trySend(command);
}

void HallClient::trySend(const std::shared_ptr<Command>& command)
{
    QNetworkRequest request = hallRequest(m_address, command->path);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    QNetworkReply* reply = m_network->sendCustomRequest(request, command->verb, command->body);
    limit(reply, std::min(kOneTry, command->left()));
    connect(reply, &QNetworkReply::finished, this, [this, command, reply] {
        reply->deleteLater();
        conclude(command, answerOf(*reply));
    });
}

void HallClient::conclude(const std::shared_ptr<Command>& command, const Answer& answer)
{
    const bool over = endsCommand(answer, command->until);
    if (!over && command->left() > command->pause) {
        QTimer::singleShot(command->pause, this, [this, command, answer] { tryAgain(command, answer); });
        command->pause = std::min(command->pause * 2, kLongestPause);
        return;
    }
    if (!command->context)
        return;
    command->callback(over ? answer : unreachableAnswer(answer.detail));
}

// A machine that stood still meanwhile must not send what nobody waits for any more.
void HallClient::tryAgain(const std::shared_ptr<Command>& command, const Answer& last)
{
    if (command->left() > milliseconds::zero())
        trySend(command);
    else if (command->context)
        command->callback(unreachableAnswer(last.detail));
}

} // namespace starqueue::client
