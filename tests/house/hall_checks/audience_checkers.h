#pragma once

#include <house/people/follower.h>
#include <house/record/record.h>
#include <house/run/checker.h>

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>

namespace starqueue::house {

/// A follower hears what its role needs, of the content that the journal has, and nothing that isn't for its
/// eyes. What that is stands here once more: it shares no code with the hall's filter.
class HearsWhatItMay final : public Checker
{
public:
    HearsWhatItMay(const Record& record, const Follower& follower, std::string kiosk = {})
        : Checker("hears what it may: " + follower.name()), m_record(record), m_follower(follower),
          m_kiosk(std::move(kiosk))
    {}
    void onFact(const Fact& fact) override;
    void onCalmEnds() override;

private:
    [[nodiscard]] static bool isWritten(const std::string& name, const nlohmann::json& value,
                                        const nlohmann::json& written);
    void checkContent(std::uint64_t seq, const std::string& data) const;
    /// That it happened when the line says, by a clock of then or later: who reads on reads by the newest
    /// one.
    [[nodiscard]] bool isItsTime(std::uint64_t seq, const std::string& at) const;
    /// That what everybody may see of the event was said.
    void checkComplete(std::uint64_t seq, const nlohmann::json& said, const nlohmann::json& written) const;
    [[nodiscard]] bool isOpen(std::uint64_t seq, const std::string& name) const;
    [[nodiscard]] bool mustHear(const Record::Line& line) const;

    const Record& m_record;
    const Follower& m_follower;
    std::string m_kiosk; ///< of a kiosk
    std::map<std::uint64_t, std::string> m_heard;
    std::uint64_t m_last = 0;
    std::uint64_t m_checked = 0;
};

} // namespace starqueue::house
