#include <client/hall_client.h>
#include <support/heard_log.h>

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

#include <gtest/gtest.h>

#include <qtest.h>

namespace starqueue::client {

namespace {

// Of nobody: nothing trusts it, and nothing else has it.
constexpr auto kCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUc0a+NQ9GolK2ZQWp7xlj7CrA7NAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJaGFsbC50ZXN0MCAXDTI2MTEyOTIzNTI0OFoYDzIxMjYxMTA1
MjM1MjQ4WjAUMRIwEAYDVQQDDAloYWxsLnRlc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR+JpxmPYrMRcNqlYFcgaS6/U6YwywnqDyF+gxEvJWzj7ZCJma9hGie
Z0iM8pW9b7o0lzCeWHTI9py7OmOVtzGro1MwUTAdBgNVHQ4EFgQUa2P+dScjBUAu
/OORXsX6lvyna/owHwYDVR0jBBgwFoAUa2P+dScjBUAu/OORXsX6lvyna/owDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAzeh6iBX6zMZByc0IrM9/
0vqHR+M6CZWkP2YhchWm0XYCIEdSy0TOgFX6eo2sHdDU28/W2JFvVSEjirmGT9Qw
2YW2
-----END CERTIFICATE-----)";
constexpr auto kKey = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrW3vgpDq8C6zBj9s
YtaIWAhfBbsnfAYtcnemVDJGmL+hRANCAAR+JpxmPYrMRcNqlYFcgaS6/U6Ywywn
qDyF+gxEvJWzj7ZCJma9hGieZ0iM8pW9b7o0lzCeWHTI9py7OmOVtzGr
-----END PRIVATE KEY-----)";

/// A hall that nobody trusts.
class UntrustedHall
{
public:
    UntrustedHall()
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(QByteArray(kCertificate)));
        tls.setPrivateKey(QSslKey(QByteArray(kKey), QSsl::Ec));
        m_server.setSslConfiguration(tls);
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(QString("https://127.0.0.1:%1").arg(m_server.serverPort()));
    }

private:
    QSslServer m_server;
};

} // namespace

TEST(RefusedCertificate, IsSaidInTheLogOnce)
{
    if (!QSslSocket::supportsSsl())
        GTEST_SKIP() << "this Qt has no TLS";
    const UntrustedHall hall;
    const test::HeardLog log;
    HallClient client({hall.url(), "secret"});
    int answers = 0;
    for (int asked = 1; asked <= 2; ++asked) {
        client.get("/board", &client, [&answers](const Answer& answer) {
            ++answers;
            EXPECT_TRUE(answer.unreachable());
        });
        EXPECT_TRUE(QTest::qWaitFor([&] { return answers == asked; }, 10'000));
    }
    const QStringList said = test::HeardLog::lines().filter("starqueue.client.certificate");
    ASSERT_EQ(said.size(), 1) << qPrintable(test::HeardLog::lines().join('\n'));
    EXPECT_TRUE(said.first().contains("certificate of 127.0.0.1 is refused")) << qPrintable(said.first());
    EXPECT_FALSE(said.first().contains("secret"));
}

} // namespace starqueue::client
