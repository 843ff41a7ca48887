#pragma once

#include <house/faces/display_face.h>
#include <house/run/checker.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace starqueue::house {

/// What the hall has told staff of its calls, as a checker of the screen needs it.
class CallsOfTheHall
{
public:
    explicit CallsOfTheHall(House& house) : m_house(house) {}

    /// The number that is called just now by this fact; empty: none.
    [[nodiscard]] std::string calledBy(const Fact& fact);
    /// The number whose call has ended just now; empty: none.
    [[nodiscard]] std::string endedBy(const Fact& fact);
    /// Counts the news of a number.
    [[nodiscard]] int newsOf(const std::string& number) const
    {
        const auto found = m_news.find(number);
        return found == m_news.end() ? 0 : found->second;
    }
    /// Some ticket of this number is called: yesterday's may have it too.
    [[nodiscard]] bool isCalled(const std::string& number) const
    {
        const auto found = m_called.find(number);
        return found != m_called.end() && !found->second.empty();
    }
    /// For how long everything has worked; 0 in a storm.
    [[nodiscard]] std::chrono::nanoseconds calm() const
    {
        return m_isCalm ? m_house.agenda().now() - m_calmSince : std::chrono::nanoseconds{0};
    }
    /// Every fact comes here first.
    void take(const Fact& fact);

private:
    House& m_house;
    std::map<std::string, int> m_news;
    std::map<std::string, std::set<std::string>> m_called; ///< tickets by number
    std::string m_number;                                  ///< of the event that was told last
    bool m_isCalm = false;
    Agenda::Elapsed m_calmSince{};
};

/// In a calm each call is on the screen within 5 s, and is called out.
class CallsAreShown final : public Checker
{
public:
    CallsAreShown(House& house, DisplayFace& screen)
        : Checker("each call is on the screen"), m_house(house), m_calls(house), m_screen(screen)
    {
        for (const char* what : {"a call was seen on the screen", "a call was heard from the screen"})
            house.sometimes().expect(what);
    }
    void onFact(const Fact& fact) override;

private:
    void onShown(const std::string& numbers);
    void onCall(const std::string& number);
    void check(const std::string& number, Agenda::Elapsed called) const;

    House& m_house;
    CallsOfTheHall m_calls;
    DisplayFace& m_screen;
    std::string m_numbers;                              ///< on the screen now
    std::map<std::string, Agenda::Elapsed> m_shown;     ///< when a number was seen last
    std::map<std::string, Agenda::Elapsed> m_calledOut; ///< when it was called out last
};

/// Nobody is asked to come whose call has ended 25 s ago, or 5 s in a calm, and of whom there is no news.
class NoStaleCall final : public Checker
{
public:
    NoStaleCall(House& house, DisplayFace& screen)
        : Checker("no stale call is on the screen"), m_house(house), m_calls(house), m_screen(screen)
    {}
    void onFact(const Fact& fact) override;

private:
    [[nodiscard]] bool isStale(const std::string& number, int news);

    House& m_house;
    CallsOfTheHall m_calls;
    DisplayFace& m_screen;
};

/// The screen calls out each call and each repetition once, one after the other. It may hear late of a call
/// that was undone and made again.
class CalledOutOnce final : public Checker
{
public:
    explicit CalledOutOnce(const DisplayFace& screen) : Checker("a call is called out once"), m_screen(screen)
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    using Key = std::tuple<std::string, std::string, std::int64_t>; ///< ticket, counter and repetition

    void onCallOut(const Fact& fact);
    [[nodiscard]] std::size_t allowed(const Key& key);

    const DisplayFace& m_screen;
    std::map<Key, std::set<std::int64_t>> m_called; ///< by which lines; whoever hears them first
    /// Tickets whose call stands again, as what ended it was taken back: it is called out anew.
    std::map<std::string, std::set<std::int64_t>> m_broughtBack;
    std::map<Key, std::size_t> m_calledOut; ///< since the screen is up
    /// More than is known to be allowed, with how often and the line: until a calm ends, whoever hears of
    /// another call may be cut off.
    std::vector<std::tuple<Key, std::size_t, std::string>> m_suspects;
    bool m_isSpeaking = false;
};

} // namespace starqueue::house
