#include <hall/service/stubborn_client.h>

#include <hall/api/support/face.h>

#include <array>

namespace starqueue::hall::test {

using starqueue::test::HttpPeer;

namespace {

struct Step
{
    const char* command;
    const char* event;
};
/// The first one only once.
constexpr std::array<Step, 4> kSteps{{{"open", "counter_opened"},
                                      {"next", "ticket_called"},
                                      {"start", "service_started"},
                                      {"finish", "service_finished"}}};

} // namespace

StubbornClient::StubbornClient(std::string token, std::string counter)
    : m_token(std::move(token)), m_counter(std::move(counter)), m_requestId(newRequestId())
{}

std::string StubbornClient::path() const
{
    if (m_counter.empty())
        return "/api/v1/tickets";
    return "/api/v1/counters/" + m_counter + "/" + kSteps[m_step].command;
}

std::string StubbornClient::body() const
{
    json body{{"requestId", m_requestId}};
    if (m_counter.empty())
        body["service"] = "account";
    else if (kSteps[m_step].command == std::string_view("open"))
        body["clerk"] = "clerk-" + m_counter; // nobody holds two counters
    return body.dump();
}

void StubbornClient::work(std::uint16_t port, std::atomic<int>& answers)
{
    auto peer = HttpPeer::connect("127.0.0.1", port);
    while (peer && m_complaint.empty()) {
        const auto answer = peer->request("POST", path(), body(), {{"Authorization", "Bearer " + m_token}});
        if (!answer)
            break;
        take(answer->status, answer->body);
        ++answers;
        answers.notify_all();
    }
    // Whoever waits for answers must not wait for this one.
    answers += m_complaint.empty() ? 0 : 1'000'000;
    answers.notify_all();
}

void StubbornClient::take(int status, const std::string& text)
{
    if (status != 200 && status != 201 && status != 204) {
        m_complaint = path() + " answered " + std::to_string(status) + " " + text;
        return;
    }
    m_requestId = newRequestId();
    if (status == 204)
        return;
    const json ticket = json::parse(text);
    const bool issues = m_counter.empty();
    if (issues || m_step > 0)
        m_answered.push_back(
            {issues ? "ticket_issued" : kSteps[m_step].event, ticket.at("id"), ticket.at("number")});
    m_step = m_step + 1 == kSteps.size() ? 1 : m_step + 1;
}

} // namespace starqueue::hall::test
