#include <client/answer.h>

namespace starqueue::client {

using namespace Qt::StringLiterals;

bool Answer::decided() const
{
    constexpr int kUnauthorized = 401; // tells who may not ask now, not what becomes of the command
    constexpr int kTimeout = 408;
    constexpr int kTooMany = 429;
    const bool refused = status >= 400 && status < 500 && !code.isEmpty();
    return ok() || (refused && status != kUnauthorized && status != kTimeout && status != kTooMany);
}

Answer parseAnswer(int status, const QByteArray& body)
{
    Answer answer;
    answer.status = status;
    answer.body = body;
    if (answer.ok() || answer.unreachable())
        return answer;
    const auto problem = api::read<api::Problem>(body);
    answer.code = problem.code;
    answer.state = problem.state;
    answer.detail = problem.detail.isEmpty() ? problem.title : problem.detail;
    if (answer.detail.isEmpty())
        answer.detail = u"the hall answered HTTP %1"_s.arg(status);
    return answer;
}

Answer unreachableAnswer(const QString& why)
{
    Answer answer;
    answer.detail = why;
    return answer;
}

} // namespace starqueue::client
