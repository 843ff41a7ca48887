#pragma once

#include <client/answer.h>
#include <client/api/request_ids.h>
#include <client/api/requests.h>

#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <QUuid>

#include <chrono>
#include <functional>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace starqueue::client {

/// Makes what requests go through, as a child of `parent`.
using MakeNetwork = std::function<QNetworkAccessManager*(QObject* parent)>;

/// Where a hall listens, who is asking, and how one gets there.
struct HallAddress
{
    QUrl url;              ///< for example http://127.0.0.1:8470
    QByteArray token;      ///< bearer token, without line end; never logged
    MakeNetwork network{}; ///< none: this machine's, see makeNetwork()
    QByteArray window{};   ///< which of a counter's windows asks; empty: none
};

/// Sends commands and questions to one hall over HTTP.
///
/// A command keeps its requestId until the hall has decided it (Until): while
/// the hall can't be reached, fails (5xx) or can't take it now, it is sent
/// again with a growing pause (0.2 s to 5 s), so that one intent never becomes
/// two. Questions (get) are not repeated. Callbacks run on this object's
/// thread, never from within the call, and not at all once `context` is gone.
/// Lives on one thread.
class HallClient : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(const Answer&)>;

    /// When a command is over.
    enum class Until {
        Decided, ///< Answer::decided()
        Told,    ///< also when the hall says that it didn't do it, for whatever reason (401, 429, 507): for
                 ///< people, who want to know at once and will ask again themselves
    };

    explicit HallClient(HallAddress address, QObject* parent = nullptr);
    ~HallClient() override;

    /// Asks for `path` (below /api/v1, such as "/board"). Fails with Answer::unreachable() after 10 s.
    void get(const QString& path, QObject* context, Callback callback);

    /// Sends a command. `body` needs no requestId: this makes one unless the caller brings its own.
    /// Gives up, with Answer::unreachable(), when `timeout` has passed since the first try: what is not
    /// unreachable is an answer that ends the command.
    void post(const QString& path, QJsonObject body, QObject* context, Callback callback,
              std::chrono::milliseconds timeout = std::chrono::seconds(30));
    void put(const QString& path, QJsonObject body, QObject* context, Callback callback,
             std::chrono::milliseconds timeout = std::chrono::seconds(30));

    /// Sends a command of client/api/requests.h; as post() and put().
    void send(const api::Command& command, QObject* context, Callback callback,
              std::chrono::milliseconds timeout = std::chrono::seconds(30), Until until = Until::Decided);

    [[nodiscard]] const HallAddress& address() const { return m_address; }

private:
    struct Command;
    void start(const QByteArray& verb, const QString& path, QJsonObject body, QObject* context,
               Callback callback, std::chrono::milliseconds timeout, Until until);
    void trySend(const std::shared_ptr<Command>& command);
    void conclude(const std::shared_ptr<Command>& command, const Answer& answer);
    void tryAgain(const std::shared_ptr<Command>& command, const Answer& last);

    HallAddress m_address;
    QNetworkAccessManager* m_network;
    api::RequestIds m_ids;
};

} // namespace starqueue::client
