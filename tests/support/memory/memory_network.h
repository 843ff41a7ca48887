#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <functional>

namespace starqueue::test {

using namespace Qt::StringLiterals;

/// One request on a network in memory, and its answer.
class MemoryExchange final : public QNetworkReply
{
public:
    MemoryExchange(const QNetworkRequest& request, QNetworkAccessManager::Operation operation,
                   const QByteArray& body, QObject* parent);

    // The server's end. After finish(), breakOff() or refuse() nothing follows.
    [[nodiscard]] QByteArray verb() const;
    [[nodiscard]] const QByteArray& body() const { return m_body; }
    void begin(int status, const QByteArray& contentType);
    void push(const QByteArray& bytes);
    void finish();
    void breakOff() { end(RemoteHostClosedError, u"the connection broke"_s); }
    void refuse() { end(ConnectionRefusedError, u"nobody listens"_s); }

    // The client's end.
    void abort() override { end(OperationCanceledError, u"aborted"_s); }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 most) override;

private:
    void end(NetworkError error, const QString& why);

    QByteArray m_body;
    QByteArray m_unread;
};

/// Hands every request to one function, 1 ms later and in the same thread: no socket, no thread.
class MemoryNetwork final : public QNetworkAccessManager
{
public:
    using Serve = std::function<void(MemoryExchange&)>;

    explicit MemoryNetwork(Serve serve, QObject* parent = nullptr)
        : QNetworkAccessManager(parent), m_serve(std::move(serve))
    {}

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request,
                                 QIODevice* outgoing) override;

private:
    Serve m_serve;
};

} // namespace starqueue::test
