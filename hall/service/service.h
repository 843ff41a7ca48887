#pragma once

#include <hall/http/network/event_loop.h>
#include <hall/service/webhook/poster.h>
#include <hall/settings/hall_settings.h>

#include <db/journal/journal_clock.h>
#include <db/users/password.h>
#include <db/writer/writer.h>
#include <files/posix_files.h>
#include <sync/thread_executor.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <tl/expected.hpp>

namespace starqueue::hall {

/// A socket that whoever started the program has opened, and where it listens.
struct HandedSocket
{
    int descriptor = -1;
    settings::Address address;
};

struct ServiceOptions
{
    std::filesystem::path data;
    std::filesystem::path pages{};
    std::optional<settings::Address> listen{};           ///< overrides the settings
    std::map<settings::Listener, HandedSocket> handed{}; ///< in place of what `listen` and the settings say
    bool inClear = false;      ///< other machines may reach the main address without TLS
    db::JournalClock clock{};  ///< the machine's; tests pass another
    bool withCustomers = true; ///< else nobody is looked up, and their files stay closed
    bool foresees = true;      ///< makes a forecast each second; tests call foresee() instead
    db::PasswordCost passwordCost = db::kUsualCost;
    // A simulation passes its own time, threads, network and disk; with one thread for all of it no other is
    // started.
    std::reference_wrapper<sync::Executor> executor = sync::threads();
    std::function<std::unique_ptr<http::network::EventLoop>(int sendBufferBytes)> makeEventLoop =
        http::network::makeEventLoop;
    std::reference_wrapper<files::Files> files = files::posix();
    MakePoster makePoster = makeCurlPoster;
};

/// A running hall: journal, writer, HTTP, business days. Constructed and destroyed on one thread, and from
/// none of its own work.
class Service
{
public:
    /// Opens, replays, opens today, listens. The error says in a sentence what is wrong and what to do.
    /// `onBroken` is called on the writer's thread when the disk has failed: exit the program and restart it.
    static tl::expected<std::unique_ptr<Service>, std::string> start(const settings::HallSettings& settings,
                                                                     const ServiceOptions& options,
                                                                     std::function<void()> onBroken);
    /// Graceful shutdown: answers pending requests, then stops.
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Applies changed settings, as far as that is possible while the hall runs.
    void reload(const settings::HallSettings& settings);
    /// Makes a forecast now, and waits for it; also done once a second.
    void foresee();
    /// Asks for the state at the question's place in the order of commands, as a simulation does that holds
    /// it against the journal.
    void ask(db::Question question);
    [[nodiscard]] std::string url() const;

private:
    class Parts;
    explicit Service(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace starqueue::hall
