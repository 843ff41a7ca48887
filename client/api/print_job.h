#pragma once

#include <client/api/values.h>
#include <client/api/words.h>

#include <optional>

namespace starqueue::client::api {

/// What stands on the paper.
struct PrintContent
{
    QString hall{};
    QString number{};
    Name service{};
    Language language = Language::Unknown;
    int ahead = 0;
    std::optional<WaitRange> waitSeconds{};
    QString localTime{};   ///< "2026-11-22 10:24"
    QString counterSign{}; ///< of the counter that the ticket was sent to; empty: to none
    QString statusUrl{};   ///< empty: no code is printed
    QString slip{};        ///< what stands on a paper that is nobody's ticket; empty: it is a ticket

    bool operator==(const PrintContent&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("hall", self.hall);
        field("number", self.number);
        field("service", self.service);
        field("language", self.language);
        field("ahead", self.ahead);
        field("waitSeconds", self.waitSeconds);
        field("localTime", self.localTime);
        field("counterSign", self.counterSign);
        field("statusUrl", self.statusUrl);
        field("slip", self.slip);
    }
};

/// A ticket to be printed at a kiosk.
struct PrintJob
{
    QString id{};
    PrintJobState state = PrintJobState::Unknown;
    QString ticket{}; ///< its id
    QString kiosk{};
    bool reprint = false;
    bool wanted = true; ///< somebody still waits for this paper
    PrintContent content{};

    bool operator==(const PrintJob&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("id", self.id);
        field("state", self.state);
        field("ticket", self.ticket);
        field("kiosk", self.kiosk);
        field("reprint", self.reprint);
        field("wanted", self.wanted);
        field("content", self.content);
    }
};

} // namespace starqueue::client::api
