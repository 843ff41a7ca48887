#include <hall/settings/section_readers.h>

#include <arpa/inet.h>

#include <charconv>

namespace starqueue::settings {

namespace {

bool isNumericAddress(const std::string& host, bool bracketed)
{
    unsigned char parsed[sizeof(in6_addr)];
    return inet_pton(bracketed ? AF_INET6 : AF_INET, host.c_str(), parsed) == 1;
}

std::optional<Address> readAddress(formats::TableReader& listen, std::string_view key)
{
    const auto written = listen.textIfAny(key);
    if (!written)
        return std::nullopt;
    const auto address = parseAddress(*written);
    if (!address && !written->empty())
        listen.refuse(key, "must be a numeric address and a port, such as \"127.0.0.1:8470\"");
    return address;
}

void readInClear(formats::TableReader& listen, ListenSettings& settings)
{
    for (const std::string& key : listen.texts("in_clear", {})) {
        const auto listener = formats::withWord<Listener>(key);
        if (listener)
            settings.inClear.insert(*listener);
        else if (!listen.refused("in_clear"))
            listen.refuse("in_clear", R"(must be a list of "address", "operations", "phone")");
    }
}

void readListen(formats::TableReader& listen, ListenSettings& settings)
{
    readInClear(listen, settings);
    settings.main = readAddress(listen, "address").value_or(settings.main);
    settings.operations = readAddress(listen, "operations");
    settings.phone = readAddress(listen, "phone");
    if (settings.operations && *settings.operations == settings.main)
        listen.refuse("operations", "must differ from `address`");
    if (settings.phone && (*settings.phone == settings.main || settings.phone == settings.operations))
        listen.refuse("phone", "must differ from `address` and `operations`");
}

void readUsual(formats::TableReader& usual, UsualSettings& settings)
{
    constexpr formats::TableReader::Range kAnHour{0, 100'000};
    settings.refusedLogins = usual.whole("refused_logins", kAnHour, settings.refusedLogins);
    settings.refusedTokens = usual.whole("refused_tokens", kAnHour, settings.refusedTokens);
    settings.refusedRoles = usual.whole("refused_roles", kAnHour, settings.refusedRoles);
    settings.refusedLookups = usual.whole("refused_lookups", kAnHour, settings.refusedLookups);
    settings.tickets = usual.whole("tickets", kAnHour, settings.tickets);
    settings.cancels = usual.whole("cancels", kAnHour, settings.cancels);
    settings.onePlace = usual.yesNo("one_place", settings.onePlace);
}

void readLimits(formats::TableReader& limits, HttpLimits& settings)
{
    constexpr std::size_t kKibi = 1024;
    const HttpLimits usual;
    const auto kib = [&](std::string_view key, formats::TableReader::Range range, std::size_t otherwise) {
        return static_cast<std::size_t>(limits.whole(key, range, static_cast<int>(otherwise / kKibi))) *
               kKibi;
    };
    settings.headerBytes = kib("header_kib", {1, 1024}, usual.headerBytes);
    settings.bodyBytes = kib("body_kib", {1, 65536}, usual.bodyBytes);
    settings.backlogBytes = kib("backlog_kib", {16, 65536}, usual.backlogBytes);
    settings.request = Seconds{limits.whole("request_seconds", {1, 300}, 10)};
    settings.heartbeat = Seconds{limits.whole("heartbeat_seconds", {1, 300}, 10)};
    settings.connections = limits.whole("connections", {10, 100000}, usual.connections);
    settings.connectionsPerPeer = limits.whole("connections_per_peer", {1, 100000}, usual.connectionsPerPeer);
}

} // namespace

std::optional<Address> parseAddress(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    std::string host{text.substr(0, colon)};
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    Address address{host, 0};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, address.port);
    if (error != std::errc{} || stop != end || !isNumericAddress(host, bracketed))
        return std::nullopt;
    return address;
}

std::string toText(const Address& address)
{
    const bool six = address.host.find(':') != std::string::npos;
    return (six ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

bool isLoopback(const Address& address)
{
    in_addr four{};
    if (inet_pton(AF_INET, address.host.c_str(), &four) == 1)
        return ntohl(four.s_addr) >> IN_CLASSA_NSHIFT == IN_LOOPBACKNET;
    in6_addr six{};
    return inet_pton(AF_INET6, address.host.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six) != 0;
}

bool isFactorDemanded(const HallSettings& settings, const Address& main)
{
    const bool isReached = settings.behindTls || !isLoopback(main);
    return settings.secondFactor == SecondFactor::Demanded ||
           (settings.secondFactor == SecondFactor::BeyondThisMachine && isReached);
}

std::map<Listener, Address> listenersInClear(const ListenSettings& listen)
{
    std::map<Listener, Address> open{{Listener::Address, listen.main}};
    if (listen.operations)
        open.emplace(Listener::Operations, *listen.operations);
    if (listen.phone)
        open.emplace(Listener::Phone, *listen.phone);
    std::erase_if(open, [](const auto& entry) { return isLoopback(entry.second); });
    return open;
}

std::string whyNotInClear(const ListenSettings& listen)
{
    for (const auto& [listener, address] : listenersInClear(listen)) {
        if (listen.inClear.contains(listener))
            continue;
        const std::string key{formats::word(listener)};
        return "[listen] " + key + " = \"" + toText(address) +
               "\" is reached from other machines, and nothing encrypts what is said there: whoever is on "
               "that network reads tokens, passwords and tickets' secret addresses. Listen on 127.0.0.1 "
               "behind a proxy that gives TLS (docs/tls.md), or write in_clear = [\"" +
               key + "\"] under [listen] (with --listen: --in-clear) to have it all the same.";
    }
    return {};
}

void readServer(formats::TableReader& file, HallSettings& settings)
{
    file.section("clock", [&settings](formats::TableReader& clock) {
        settings.clockSource =
            clock.choice("source", {{"rtc", time::ClockSource::Rtc}, {"ntp", time::ClockSource::Ntp}},
                         settings.clockSource);
    });
    file.section("security", [&settings](formats::TableReader& security) {
        settings.clerkLogin = security.word("clerk_login", ClerkLogin::Token);
        settings.secondFactor = security.word("second_factor", SecondFactor::BeyondThisMachine);
        settings.rules.clerksAtTwo = security.yesNo("clerks_at_two", false);
        settings.sessionIdle = Minutes{security.whole("session_idle_minutes", {1, 1440}, 30)};
        settings.sessionWhole = std::chrono::hours{security.whole("session_hours", {1, 168}, 12)};
        settings.lookupsAnHour = security.whole("lookups_an_hour", {1, 100'000}, 120);
        security.section("usual",
                         [&settings](formats::TableReader& usual) { readUsual(usual, settings.usual); });
        settings.behindTls = security.yesNo("behind_tls", false);
    });
    file.section("listen",
                 [&settings](formats::TableReader& listen) { readListen(listen, settings.listen); });
    readWebhook(file, settings.webhook);
    file.section("limits",
                 [&settings](formats::TableReader& limits) { readLimits(limits, settings.limits); });
}

} // namespace starqueue::settings
