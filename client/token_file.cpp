#include <client/token_file.h>

#include <QFile>

#include <algorithm>

namespace starqueue::client {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestToken = 1024;

bool isTokenByte(char byte)
{
    return byte > 0x20 && byte < 0x7f;
}

} // namespace

tl::expected<QByteArray, QString> readTokenFile(const QString& path)
{
    const auto wrong = [&path](const QString& why) { return tl::unexpected(path + ": " + why); };
    if (path.isEmpty())
        return tl::unexpected(u"no token file is named: pass --token-file FILE"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong("the token file can't be read (" + file.errorString() +
                     "); 'starqueue init' makes one for each face, readable by its owner only");
    const QByteArray token = file.read(kLongestToken + 1).trimmed();
    if (token.isEmpty())
        return wrong("the token file is empty; it should hold one line, made by 'starqueue token'");
    if (token.size() > kLongestToken || !std::all_of(token.begin(), token.end(), isTokenByte))
        return wrong("this doesn't look like a token; one line of at most 1024 printable characters "
                     "without spaces is expected");
    return token;
}

} // namespace starqueue::client
