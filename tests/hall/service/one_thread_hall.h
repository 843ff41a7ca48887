#pragma once

#include <hall/api/support/hall_folder.h>
#include <hall/service/service.h>
#include <support/one_thread/agenda_executor.h>
#include <support/one_thread/memory_loop.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace starqueue::hall::test {

/// The whole service on the caller's thread: a virtual clock, a network in memory, random numbers from a
/// fixed seed (one such hall at a time); only the disk is the machine's.
class OneThreadHall
{
public:
    using Line = std::shared_ptr<starqueue::test::MemoryLine>;

    /// Starts at @p begin; `settings` is the text of a hall.toml, empty: the default one.
    explicit OneThreadHall(Instant begin, const std::string& settings = {},
                           MakePoster makePoster = makeCurlPoster);
    OneThreadHall(const OneThreadHall&) = delete;
    OneThreadHall& operator=(const OneThreadHall&) = delete;

    [[nodiscard]] Line connect() { return m_loop->connect(); }
    [[nodiscard]] Line connectFrom(const std::string& address)
    {
        return m_loop->connect(0, {address, false});
    }
    /// The bytes of the answer to @p method @p path (below /api/v1), asked as @p name over @p line.
    std::string ask(const Line& line, const std::string& name, const std::string& method,
                    const std::string& path, const std::string& body = {});
    /// The same without a token, by the whole path, as a phone asks.
    std::string askAsPhone(const Line& line, const std::string& method, const std::string& path,
                           const std::string& body = {});
    /// What /healthz says to whoever has that token.
    std::string health(const std::string& name);
    /// The same with headers of one's own, each ended by CRLF.
    std::string send(const Line& line, const std::string& method, const std::string& path,
                     const std::string& headers, const std::string& body = {});
    /// How many places of the security log say that.
    std::size_t audited(const std::string& text);
    void addUser(const std::string& name, db::Role role, const std::string& password) const
    {
        m_folder.addUser(name, role, password, false);
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    void pass(std::chrono::milliseconds time) { m_agenda.pass(time); }
    /// Ends the service.
    void stop();
    /// Starts it again, in the same boot of the machine.
    void start();
    /// The machine is off for that long, and its clock is `ahead` of the right time after it.
    void reboot(std::chrono::milliseconds off, std::chrono::milliseconds ahead);

    /// The machine's clock is so far ahead of the right time from now on.
    void setAhead(std::chrono::milliseconds ahead) { m_ahead = ahead; }
    void synchronise() { m_isSynchronised = true; }
    /// What a right clock shows.
    [[nodiscard]] Instant rightTime() const;

private:
    [[nodiscard]] Instant wall() const { return rightTime() + m_ahead; }
    [[nodiscard]] db::MachineClocks clocks() const;

    const Instant m_begin;
    const settings::HallSettings m_settings;
    const MakePoster m_makePoster;
    std::chrono::milliseconds m_ahead{0};
    bool m_isSynchronised = false;
    int m_boots = 1;
    std::chrono::steady_clock::time_point m_booted{};
    starqueue::test::OrderedAgenda m_agenda;
    starqueue::test::AgendaExecutor m_executor{m_agenda};
    HallFolder m_folder;
    starqueue::test::MemoryLoop* m_loop = nullptr;
    std::unique_ptr<Service> m_service;
};

} // namespace starqueue::hall::test
