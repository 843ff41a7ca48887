#include <client/hall_request.h>

#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace starqueue::client {

QNetworkRequest hallRequest(const HallAddress& address, const QString& path)
{
    const QString base =
        address.url.toString(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QNetworkRequest request(QUrl(base + "/api/v1" + path));
    request.setRawHeader("Authorization", "Bearer " + address.token);
    request.setRawHeader("Accept-Encoding", "identity");
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
    return network;
}

} // namespace starqueue::client
