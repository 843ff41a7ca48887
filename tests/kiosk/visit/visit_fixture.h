#pragma once

#include <client/ui/language.h>
#include <kiosk/visit/visit.h>

#include <gtest/gtest.h>

namespace starqueue::kiosk::test {

namespace api = client::api;
using client::Answer;
using client::parseAnswer;
using Page = Visit::Page;

inline const QByteArray kTicketBody = R"({"id":"17","number":"A012","print":{"jobId":"9"}})";

inline const client::ScannedCode kCode{api::IdentityKind::Card, "622200000001"};

inline api::Event ended(api::PrintOutcome outcome)
{
    return {.name = api::EventName::PrintJobEnded, .ticket = "17", .outcome = outcome};
}

/// A visit whose hall answers as the test says.
struct VisitTest : testing::Test
{
    struct Sent
    {
        api::IssueRequest request;
        std::function<void(const Answer&)> answer;
    };
    struct Postponed
    {
        QString ticket;
        std::function<void(const Answer&)> answer;
    };
    QList<Sent> sent;
    QList<Postponed> postponed;
    QStringList noted;
    int finished = 0;
    Visit visit{"1",
                [this](const api::IssueRequest& request, std::function<void(const Answer&)> done) {
                    sent.append({request, std::move(done)});
                },
                [this](const QString& ticket, std::function<void(const Answer&)> done) {
                    postponed.append({ticket, std::move(done)});
                },
                [this](const QString& ticket) { noted.append(ticket); }};

    VisitTest()
    {
        visit.setPrinter(api::PrinterWord::Ok);
        QObject::connect(&visit, &Visit::finished, &visit, [this] { ++finished; });
    }
    void enterPhone(const QString& digits = "13800138665")
    {
        visit.openIdentify();
        for (const QChar digit : digits)
            visit.identity()->addDigit(digit.digitValue());
        visit.confirmIdentity();
    }
};

} // namespace starqueue::kiosk::test
