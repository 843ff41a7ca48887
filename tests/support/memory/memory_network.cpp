#include <support/memory/memory_network.h>

#include <QTimer>

#include <algorithm>

namespace starqueue::test {

MemoryExchange::MemoryExchange(const QNetworkRequest& request, QNetworkAccessManager::Operation operation,
                               const QByteArray& body, QObject* parent)
    : QNetworkReply(parent), m_body(body)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(operation);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

QByteArray MemoryExchange::verb() const
{
    switch (operation()) {
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::CustomOperation:
        return request().attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    default:
        return "GET";
    }
}

void MemoryExchange::begin(int status, const QByteArray& contentType)
{
    if (isFinished())
        return;
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
    if (!contentType.isEmpty())
        setHeader(QNetworkRequest::ContentTypeHeader, QString::fromUtf8(contentType));
    emit metaDataChanged();
}

void MemoryExchange::push(const QByteArray& bytes)
{
    if (isFinished() || bytes.isEmpty())
        return;
    m_unread += bytes;
    emit readyRead();
}

void MemoryExchange::finish()
{
    const int status = attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    end(status >= 500 ? InternalServerError : status >= 400 ? UnknownContentError : NoError, QString());
}

qint64 MemoryExchange::bytesAvailable() const
{
    return m_unread.size() + QNetworkReply::bytesAvailable();
}

qint64 MemoryExchange::readData(char* data, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_unread.size());
    std::copy_n(m_unread.constData(), count, data);
    m_unread.remove(0, count);
    return count == 0 && isFinished() ? -1 : count;
}

void MemoryExchange::end(NetworkError error, const QString& why)
{
    if (isFinished())
        return;
    setFinished(true);
    if (error != NoError) {
        setError(error, why);
        emit errorOccurred(error);
    }
    emit finished();
}

QNetworkReply* MemoryNetwork::createRequest(Operation operation, const QNetworkRequest& request,
                                            QIODevice* outgoing)
{
    const QByteArray body = outgoing != nullptr ? outgoing->readAll() : QByteArray();
    auto* exchange = new MemoryExchange(request, operation, body, this);
    QTimer::singleShot(1, exchange, [serve = m_serve, exchange] {
        if (!exchange->isFinished())
            serve(*exchange);
    });
    return exchange;
}

} // namespace starqueue::test
