#include "one_thread_hall.h"

#include <hall/settings/default_hall.h>

#include <support/phone_pages.h>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <utility>

namespace starqueue::hall::test {

namespace {

std::mt19937& generator()
{
    static std::mt19937 numbers;
    return numbers;
}

std::uint32_t nextNumber()
{
    return static_cast<std::uint32_t>(generator()());
}

void fillWithNumbers(void* into, std::size_t size)
{
    auto* const bytes = static_cast<unsigned char*>(into);
    std::generate(bytes, bytes + size, [] { return static_cast<unsigned char>(nextNumber()); });
}

/// libsodium's random numbers come from one seed from now on.
Instant seeded(Instant begin)
{
    static randombytes_implementation numbers{[] { return "seeded"; }, nextNumber, nullptr, nullptr,
                                              fillWithNumbers,         nullptr};
    if (sodium_init() < 0) // draws numbers at its first call
        throw std::runtime_error("libsodium cannot be used");
    generator().seed(1);
    randombytes_set_implementation(&numbers);
    return begin;
}

settings::HallSettings parsed(const std::string& text)
{
    auto read = settings::parseHallSettings(
        starqueue::test::withPhonePages(text.empty() ? std::string(settings::defaultHall()) : text),
        "hall.toml");
    if (!read)
        throw std::runtime_error(formats::errorMessage(read.error()));
    return std::move(*read);
}

} // namespace

OneThreadHall::OneThreadHall(Instant begin, const std::string& settings, MakePoster makePoster)
    : m_begin(seeded(begin)), m_settings(parsed(settings)), m_makePoster(std::move(makePoster))
{
    start();
}

void OneThreadHall::start()
{
    ServiceOptions options{m_folder.path(), {}, settings::Address{"127.0.0.1", 80}};
    options.clock = db::JournalClock{clocks()};
    options.executor = m_executor;
    options.makePoster = m_makePoster;
    options.makeEventLoop = [this](int) {
        auto loop = std::make_unique<starqueue::test::MemoryLoop>(m_agenda, [this] {
            return static_cast<std::time_t>(
                std::chrono::floor<std::chrono::seconds>(wall().time_since_epoch()).count());
        });
        m_loop = loop.get();
        return loop;
    };
    auto service = Service::start(m_settings, options, [] { ADD_FAILURE() << "journal broken"; });
    if (!service)
        throw std::runtime_error(service.error());
    m_service = std::move(*service);
}

void OneThreadHall::reboot(std::chrono::milliseconds off, std::chrono::milliseconds ahead)
{
    stop();
    pass(off);
    ++m_boots;
    m_booted = m_agenda.now();
    m_ahead = ahead;
    start();
}

db::MachineClocks OneThreadHall::clocks() const
{
    return {[this] { return wall(); },
            [this] { return std::chrono::floor<Millis>(m_agenda.now() - m_booted); },
            "boot-" + std::to_string(m_boots), [this] { return m_isSynchronised; },
            time::WallTime{m_begin - std::chrono::days{30}}};
}

std::string OneThreadHall::ask(const Line& line, const std::string& name, const std::string& method,
                               const std::string& path, const std::string& body)
{
    return send(line, method, "/api/v1" + path, "Authorization: Bearer " + m_folder.secret(name) + "\r\n",
                body);
}

std::string OneThreadHall::askAsPhone(const Line& line, const std::string& method, const std::string& path,
                                      const std::string& body)
{
    return send(line, method, path, "", body);
}

std::size_t OneThreadHall::audited(const std::string& text)
{
    const std::string audit = ask(connect(), "admin", "GET", "/audit");
    std::size_t count = 0;
    for (std::size_t at = 0; (at = audit.find(text, at)) != std::string::npos; ++at)
        ++count;
    return count;
}

std::string OneThreadHall::health(const std::string& name)
{
    return send(connect(), "GET", "/healthz", "Authorization: Bearer " + m_folder.secret(name) + "\r\n");
}

std::string OneThreadHall::send(const Line& line, const std::string& method, const std::string& path,
                                const std::string& headers, const std::string& body)
{
    line->send(fmt::format("{} {} HTTP/1.1\r\nHost: hall\r\n{}Content-Type: application/json\r\n"
                           "Content-Length: {}\r\n\r\n{}",
                           method, path, headers, body.size(), body));
    m_agenda.settle();
    return line->take();
}

void OneThreadHall::stop()
{
    m_service.reset();
}

Instant OneThreadHall::rightTime() const
{
    return m_begin + std::chrono::floor<Millis>(m_agenda.now().time_since_epoch());
}

} // namespace starqueue::hall::test
