#include <client/hall_request.h>

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>

#include <utility>

namespace starqueue::client {

namespace {

Q_LOGGING_CATEGORY(lcCertificate, "starqueue.client.certificate")

/// Without it a screen shows that there is no connection, and nobody learns why. Once for each reason.
void sayRefusedCertificates(QNetworkAccessManager& network)
{
    QObject::connect(&network, &QNetworkAccessManager::sslErrors, &network,
                     [said = QString()](QNetworkReply* reply, const QList<QSslError>& errors) mutable {
                         QStringList why;
                         for (const QSslError& error : errors)
                             why << error.errorString();
                         if (const QString all = why.join("; "); all != std::exchange(said, all))
                             qCWarning(lcCertificate).noquote()
                                 << "the certificate of" << reply->url().host()
                                 << "is refused, so nothing is asked there:" << all;
                     });
}

} // namespace

QNetworkRequest hallRequest(const HallAddress& address, const QString& path)
{
    const QString base =
        address.url.toString(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QNetworkRequest request(QUrl(base + "/api/v1" + path));
    request.setRawHeader("Authorization", "Bearer " + address.token);
    request.setRawHeader("Accept-Encoding", "identity");
    if (!address.window.isEmpty())
        request.setRawHeader("StarQueue-Window", address.window);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    return request;
}

QNetworkAccessManager* makeNetwork(const HallAddress& address, QObject* parent)
{
    if (address.network)
        return address.network(parent);
    auto* network = new QNetworkAccessManager(parent);
    network->setProxy(QNetworkProxy::NoProxy);
    sayRefusedCertificates(*network);
    return network;
}

} // namespace starqueue::client
