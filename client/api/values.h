#pragma once

#include <client/api/words.h>

#include <QString>

#include <chrono>

namespace starqueue::client::api {

using namespace Qt::StringLiterals;

/// A name or sentence in both languages of the hall. One that the hall gives in one language stands for both.
struct Name
{
    QString zh{};
    QString en{};

    /// The English name for "en", the Chinese one for any other code.
    [[nodiscard]] const QString& in(const QString& language) const { return language == "en"_L1 ? en : zh; }
    [[nodiscard]] bool isEmpty() const { return zh.isEmpty() && en.isEmpty(); }
    bool operator==(const Name&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("zh", self.zh);
        field("en", self.en);
    }
    void complete()
    {
        if (zh.isEmpty())
            zh = en;
        if (en.isEmpty())
            en = zh;
    }
};

/// A wait of which eight in ten end within p10 to p90, or one that nobody can know (WaitMethod::Unknown) and
/// that has no ends. client/wait_minutes.h says it.
struct WaitRange
{
    std::chrono::seconds p10{-1};
    std::chrono::seconds p90{-1};
    WaitMethod method = WaitMethod::None;

    [[nodiscard]] bool valid() const
    {
        return method == WaitMethod::Unknown || (p10.count() >= 0 && p90 >= p10);
    }
    bool operator==(const WaitRange&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("p10", self.p10);
        field("p90", self.p90);
        field("method", self.method);
    }
};

/// What another system calls a visit; never who the customer is.
struct Reference
{
    QString caseNumber{}; ///< of a case or project
    QString item{};       ///< code of what is applied for

    [[nodiscard]] bool isEmpty() const { return caseNumber.isEmpty() && item.isEmpty(); }
    bool operator==(const Reference&) const = default;

    static void each(auto& self, auto&& field)
    {
        field("case", self.caseNumber);
        field("item", self.item);
    }
};

} // namespace starqueue::client::api
