#pragma once

#include <hall/settings/hall_settings.h>

#include <db/journal/journal_clock.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <tl/expected.hpp>

namespace starqueue::hall {

struct ServiceOptions
{
    std::filesystem::path data;
    std::filesystem::path pages;
    std::optional<settings::Address> listen; ///< goes before the settings
    db::JournalClock clock{};                ///< the machine's, but for tests
    bool foresees = true;                    ///< waits, once a second; a test has it done when it wants
};

/// One hall, running: journal, writer, HTTP, business days. Made and ended on one thread.
class Service
{
public:
    /// Opens, replays, opens today, listens. The error says in a sentence what is wrong and what to do.
    /// `onBroken` is called on another thread when the disk has failed: end the program, start it again.
    static tl::expected<std::unique_ptr<Service>, std::string> start(const settings::HallSettings& settings,
                                                                     const ServiceOptions& options,
                                                                     std::function<void()> onBroken);
    /// Answers what is in flight, then stops.
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Puts new rules in force, as far as that is possible while the hall runs.
    void reload(const settings::HallSettings& settings);
    /// Foresees everybody's wait now. Done once a second anyway; not from two threads.
    void foresee();
    [[nodiscard]] std::string url() const;

private:
    class Parts;
    explicit Service(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace starqueue::hall
