#include <db/sqlite/hall_directory.h>
#include <formats/command_line/unknown_word.h>
#include <hall/service/log.h>
#include <hall/service/service.h>
#include <hall/settings/printed_texts.h>
#include <hall/supervision/service_manager.h>
#include <memory/own_memory.h>

#include <CLI/CLI.hpp>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <optional>

using namespace starqueue;

namespace {

constexpr int kWrongUse = 2;
constexpr int kFailed = 1;

struct Options
{
    std::string config;
    std::string data;
    std::string listen;
    std::string pages;
    bool inClear = false;
    bool logJson = false;
    bool withoutCustomers = false;
};

/// Relative to the program, so that a build tree works like an installation.
std::string pagesBeside(const char* program)
{
    std::error_code error;
    auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error)
        self = program;
    return (self.parent_path().parent_path() / "share/starqueue/manage").string();
}

/// Only sigwait in main's thread takes signals; all other threads inherit the mask.
sigset_t blockSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int one : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, one);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is refused like a full disk
    return signals;
}

void warnOfUnprintable(const settings::HallSettings& settings)
{
    for (const std::string& text : settings::unprintableTexts(settings, formats::Repertoire::Chinese))
        spdlog::warn("ticket printers have no glyph for what stands in {}", text);
}

void reload(hall::Service& service, const std::string& config)
{
    const auto settings = settings::readServiceSettings(config);
    if (!settings) {
        for (const formats::SettingProblem& problem : settings.error())
            spdlog::error("settings not reloaded: {}", formats::errorMessage(problem));
        return;
    }
    warnOfUnprintable(*settings);
    service.reload(*settings);
    spdlog::info("rules read again from {}; id, name, zone, addresses and limits change with a restart",
                 config);
}

/// A shell gives a program 1024 descriptors, fewer than the connections that a hall takes.
void raiseDescriptorLimit()
{
    constexpr rlim_t kWanted = 8192;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kWanted)
        return;
    limit.rlim_cur = std::min(kWanted, limit.rlim_max);
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
        spdlog::warn("the limit of open files stays as it is: {}", std::strerror(errno));
}

/// Until a signal ends the program. The writer itself says that the hall is alive: if it hangs, nobody does.
void serve(hall::Service& service, const sigset_t& signals, const std::string& config)
{
    using std::chrono::seconds;
    const auto period = hall::supervision::watchdogPeriod();
    const auto whole = std::chrono::duration_cast<seconds>(period.value_or(seconds(0)));
    const timespec wait{whole.count(), std::chrono::nanoseconds(period.value_or(seconds(0)) - whole).count()};
    for (;;) {
        const int signal = period ? sigtimedwait(&signals, nullptr, &wait) : sigwaitinfo(&signals, nullptr);
        if (signal == SIGHUP)
            reload(service, config);
        else if (signal > 0)
            return;
        else if (errno == EAGAIN)
            service.ask([](const db::View&) -> db::Release {
                return [](db::Fate) { hall::supervision::tellAlive(); };
            });
    }
}

std::string whyNotServed(const Options& options)
{
    std::string why = db::whyNotServed(options.data);
    if (why.empty() && !options.withoutCustomers)
        why = db::whyNoCustomers(options.data);
    return why.empty() ? db::whyKeysAreOpen(options.data) : why;
}

void warnOfUnused(const settings::ListenSettings& listen, const hall::ServiceOptions& parts)
{
    const std::map<settings::Listener, std::optional<settings::Address>> wanted{
        {settings::Listener::Address, parts.listen.value_or(listen.main)},
        {settings::Listener::Operations, listen.operations},
        {settings::Listener::Phone, listen.phone}};
    for (const auto& [listener, socket] : parts.handed)
        if (const auto& address = wanted.at(listener); address && *address != socket.address)
            spdlog::warn(
                "[listen] {} {} isn't used: the service manager listens at {}; its socket's unit says where",
                formats::word(listener), settings::toText(*address), settings::toText(socket.address));
}

/// A status to exit with where the service can't be started so, which is explained.
std::optional<int> readyParts(const Options& options, hall::ServiceOptions& parts)
{
    if (!options.listen.empty() && !parts.listen) {
        std::fprintf(stderr, "--listen %s: give an address and a port, such as 127.0.0.1:8470\n",
                     options.listen.c_str());
        return kWrongUse;
    }
    if (const std::string why = whyNotServed(options); !why.empty()) {
        std::fprintf(stderr, "%s\n", why.c_str());
        return kWrongUse;
    }
    auto sockets = hall::supervision::takeSockets();
    if (!sockets) {
        std::fprintf(stderr, "%s\n", sockets.error().c_str());
        return kFailed;
    }
    parts.handed = std::move(*sockets);
    parts.inClear = options.inClear;
    parts.withCustomers = !options.withoutCustomers;
    return std::nullopt;
}

int run(const Options& options)
{
    const auto settings = settings::readServiceSettings(options.config);
    if (!settings) {
        std::fprintf(stderr, "%s\n", formats::errorMessage(settings.error()).c_str());
        return kWrongUse;
    }
    hall::ServiceOptions parts{options.data, options.pages, settings::parseAddress(options.listen)};
    if (const auto status = readyParts(options, parts))
        return *status;
    warnOfUnused(settings->listen, parts);
    warnOfUnprintable(*settings);
    const sigset_t signals = blockSignals();
    std::atomic<bool> broken = false;
    const auto service = hall::Service::start(*settings, parts, [&broken] {
        broken = true;
        kill(getpid(), SIGTERM);
    });
    if (!service) {
        std::fprintf(stderr, "%s\n", service.error().c_str());
        return kFailed;
    }
    spdlog::info("hall {} serves at {}", settings->id, (*service)->url());
    hall::supervision::tellReady("serves at " + (*service)->url());
    serve(**service, signals, options.config);
    spdlog::info("ending");
    hall::supervision::tellStopping();
    return broken ? kFailed : 0;
}

/// The status to exit with: after --help, or after wrong use, which is explained.
int refuse(const CLI::App& app, const CLI::ParseError& error)
{
    const std::string unknown = error.get_exit_code() == 0 ? std::string{} : formats::unknownWord(app);
    if (unknown.empty())
        return app.exit(error) == 0 ? 0 : kWrongUse;
    std::fprintf(stderr, "starqueue-hall: %s\nRun with --help for more information.\n", unknown.c_str());
    return kWrongUse;
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): what nobody foresaw is to end the program
int main(int argc, char** argv)
{
    if (!memory::keepMemoryToItself())
        std::fprintf(stderr, "core dumps may hold passwords: %s\n", std::strerror(errno));
    Options options;
    options.pages = pagesBeside(argv[0]);
    CLI::App app("StarQueue's hall service: the queue, the journal and the API of one hall.",
                 "starqueue-hall");
    app.add_option("--config", options.config, "hall.toml")->required();
    app.add_option("--data", options.data, "folder of the hall's database")->required();
    app.add_option("--listen", options.listen, "ADDRESS:PORT in place of the settings'");
    app.add_flag("--in-clear", options.inClear,
                 "serve although other machines reach that address and nothing encrypts what is said");
    app.add_option("--pages", options.pages, "folder of the managers' pages");
    app.add_flag("--without-customers", options.withoutCustomers,
                 "serve although customers.db or its keys are lost: nobody is looked up");
    app.add_flag("--log-json", options.logJson, "log one JSON object a line");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return refuse(app, error);
    }
    if (sodium_init() < 0) {
        std::fputs("libsodium could not start: the system gives no random numbers\n", stderr);
        return kFailed;
    }
    hall::logToStandardError(options.logJson);
    raiseDescriptorLimit();
    return run(options);
}
