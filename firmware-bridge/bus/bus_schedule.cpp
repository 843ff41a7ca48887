#include <firmware-bridge/bus/bus_schedule.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

namespace {

using namespace std::chrono_literals;

constexpr Instant kAgainAfterMiss = 200ms;
constexpr Instant kFirstProbePause = 1s;
constexpr Instant kLongestProbePause = 30s;
constexpr Instant kIdle = 1s;

} // namespace

BusSchedule::BusSchedule(std::vector<std::unique_ptr<FieldDevice>> devices)
{
    for (auto& device : devices) {
        Seat seat;
        seat.device = std::move(device);
        m_seats.push_back(std::move(seat));
    }
}

void BusSchedule::lineOpened(Instant now)
{
    m_outstanding = nullptr;
    for (Seat& seat : m_seats) {
        seat.contact = Contact::New;
        seat.misses = 0;
        seat.pollAt = now;
    }
}

void BusSchedule::lineLost()
{
    if (m_outstanding != nullptr && m_outstandingWrite)
        m_outstanding->device->writeFailed();
    m_outstanding = nullptr;
    for (Seat& seat : m_seats) {
        seat.contact = Contact::Unplugged;
        tell(seat);
    }
}

std::optional<BusRequest> BusSchedule::next(Instant now)
{
    if (m_outstanding != nullptr)
        return std::nullopt;
    Seat* seat = mostUrgentWrite(now);
    m_outstandingWrite = seat != nullptr;
    if (seat == nullptr)
        seat = mostOverduePoll(now);
    if (seat == nullptr)
        seat = probe(now);
    if (seat == nullptr)
        return std::nullopt;
    m_outstanding = seat;
    const int address = seat->device->address();
    if (m_outstandingWrite) {
        const BusRequest request{address, *seat->device->wantedWrite(now)};
        seat->device->writeBegins(now);
        return request;
    }
    return BusRequest{address, seat->device->readBlock()};
}

Instant BusSchedule::nextDue(Instant now) const
{
    Instant due = now + kIdle;
    const bool mayProbe = liveRoundDone(); // otherwise the next live poll comes first
    for (const Seat& seat : m_seats)
        if (talksTo(seat) || (seat.contact == Contact::Dead && mayProbe))
            due = std::min(due, seat.pollAt);
    return std::max(due, now);
}

void BusSchedule::answered(const QList<quint16>& values, Instant now)
{
    Seat* seat = std::exchange(m_outstanding, nullptr);
    if (seat == nullptr)
        return;
    if (!m_outstandingWrite)
        return answeredRead(*seat, values, now);
    seat->misses = 0;
    seat->pollAt = std::min(seat->pollAt, now + seat->device->pollEvery());
}

void BusSchedule::failed(Instant now)
{
    Seat* seat = std::exchange(m_outstanding, nullptr);
    if (seat == nullptr)
        return;
    if (m_outstandingWrite)
        seat->device->writeFailed();
    miss(*seat, now);
}

QList<FieldReport> BusSchedule::takeReports()
{
    return std::exchange(m_reports, {});
}

QList<DeviceHealth> BusSchedule::takeHealths()
{
    return std::exchange(m_healths, {});
}

FieldDevice* BusSchedule::find(const QString& id) const
{
    const auto seat =
        std::find_if(m_seats.begin(), m_seats.end(), [&id](const Seat& s) { return s.device->id() == id; });
    return seat == m_seats.end() ? nullptr : seat->device.get();
}

bool BusSchedule::talksTo(const Seat& seat)
{
    return seat.contact == Contact::Live || seat.contact == Contact::New;
}

BusSchedule::Seat* BusSchedule::mostUrgentWrite(Instant now)
{
    Seat* best = nullptr;
    for (Seat& seat : m_seats) {
        if (seat.contact != Contact::Live || !seat.device->wantedWrite(now))
            continue;
        if (best == nullptr || std::pair(seat.device->writeUrgency(), seat.misses) <
                                   std::pair(best->device->writeUrgency(), best->misses))
            best = &seat;
    }
    return best;
}

BusSchedule::Seat* BusSchedule::mostOverduePoll(Instant now)
{
    Seat* best = nullptr;
    for (Seat& seat : m_seats)
        if (talksTo(seat) && seat.pollAt <= now && (best == nullptr || seat.pollAt < best->pollAt))
            best = &seat;
    return best;
}

BusSchedule::Seat* BusSchedule::probe(Instant now)
{
    if (!liveRoundDone())
        return nullptr;
    Seat* best = nullptr;
    for (Seat& seat : m_seats)
        if (seat.contact == Contact::Dead && seat.pollAt <= now &&
            (best == nullptr || seat.pollAt < best->pollAt))
            best = &seat;
    if (best != nullptr)
        for (Seat& seat : m_seats)
            seat.polledSinceProbe = false;
    return best;
}

bool BusSchedule::liveRoundDone() const
{
    return std::all_of(m_seats.begin(), m_seats.end(),
                       [](const Seat& seat) { return !talksTo(seat) || seat.polledSinceProbe; });
}

void BusSchedule::answeredRead(Seat& seat, const QList<quint16>& values, Instant now)
{
    seat.polledSinceProbe = true;
    if (!seat.device->wasRead(values, now))
        return miss(seat, now);
    seat.misses = 0;
    seat.contact = Contact::Live;
    seat.pollAt = now + seat.device->pollEvery();
    m_reports += seat.device->takeReports();
    tell(seat);
}

void BusSchedule::miss(Seat& seat, Instant now)
{
    seat.polledSinceProbe = true;
    ++seat.misses;
    if (seat.contact == Contact::Dead) {
        seat.probePause = std::min(seat.probePause * 2, kLongestProbePause);
    } else if (seat.misses >= kMissesUntilOffline) {
        seat.contact = Contact::Dead;
        seat.probePause = kFirstProbePause;
    }
    seat.pollAt = now + (seat.contact == Contact::Dead ? seat.probePause
                                                       : std::min(seat.device->pollEvery(), kAgainAfterMiss));
    if (seat.contact == Contact::Dead)
        tell(seat);
}

void BusSchedule::tell(Seat& seat)
{
    const DeviceHealth health = healthOf(seat);
    if (seat.told && seat.told->sameAs(health))
        return;
    seat.told = health;
    m_healths.push_back(health);
}

DeviceHealth BusSchedule::healthOf(const Seat& seat)
{
    DeviceHealth health = seat.device->health();
    if (seat.contact == Contact::Dead || seat.contact == Contact::Unplugged) {
        health.state = DeviceHealth::State::Offline;
        health.fault = seat.contact == Contact::Dead ? QStringLiteral("silent") : QStringLiteral("unplugged");
    }
    return health;
}

} // namespace starqueue::bridge
