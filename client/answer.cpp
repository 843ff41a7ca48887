#include <client/answer.h>

namespace starqueue::client {

Answer parseAnswer(int status, const QByteArray& body)
{
    Answer answer;
    answer.status = status;
    answer.body = QJsonDocument::fromJson(body);
    if (answer.ok() || answer.unreachable())
        return answer;
    const QJsonObject problem = answer.object();
    answer.code = problem.value("code").toString();
    answer.state = problem.value("state").toString();
    answer.detail = problem.value("detail").toString(problem.value("title").toString());
    if (answer.detail.isEmpty())
        answer.detail = QStringLiteral("the hall answered HTTP %1").arg(status);
    return answer;
}

Answer unreachableAnswer(const QString& why)
{
    Answer answer;
    answer.detail = why;
    return answer;
}

} // namespace starqueue::client
