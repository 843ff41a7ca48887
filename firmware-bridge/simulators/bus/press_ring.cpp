#include <firmware-bridge/simulators/bus/press_ring.h>

#include <firmware-bridge/simulators/bus/modbus_frames.h>

#include <QDataStream>
#include <QFile>
#include <QIODevice>
#include <QSaveFile>

#include <utility>

namespace starqueue::simulators {

namespace {

constexpr int kLastSeq = 0xFFFF;
constexpr int kLastEpoch = 0xFFFF;

int following(int value, int last)
{
    return value >= last ? 1 : value + 1;
}

} // namespace

PressRing::PressRing(QString file, int epochIfNew) : m_file(std::move(file)), m_newEpoch(epochIfNew)
{
    QFile stored(m_file);
    if (!m_file.isEmpty() && stored.open(QIODevice::ReadOnly))
        m_eeprom = stored.readAll();
    restart();
}

std::optional<KeptPress> PressRing::append(int value, int token, SteadyTime now)
{
    if (full())
        return std::nullopt;
    if (m_head == kLastSeq) { // numbers start again under a new epoch only, so that none is used twice
        if (!m_presses.empty())
            return std::nullopt;
        m_epoch = following(m_epoch, kLastEpoch);
    }
    m_head = following(m_head, kLastSeq);
    m_presses.push_back({m_head, value, token, now});
    store();
    return m_presses.back();
}

bool PressRing::acknowledge(int epoch, int seq)
{
    if (m_presses.empty() || epoch != m_epoch || seq != m_presses.front().seq)
        return false;
    m_acknowledged = seq;
    m_presses.pop_front();
    store();
    return true;
}

void PressRing::restart()
{
    if (!take(m_eeprom))
        wipe();
    ++m_bootCount;
    store();
}

QByteArray PressRing::image() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << quint16(m_epoch) << quint16(m_head) << quint16(m_acknowledged) << quint16(m_bootCount)
        << quint16(m_presses.size());
    for (const KeptPress& press : m_presses)
        out << quint16(press.seq) << quint8(press.value) << quint16(press.token);
    return withCrc(bytes);
}

bool PressRing::take(const QByteArray& image)
{
    if (image.size() <= kCrcLength || withCrc(image.left(image.size() - kCrcLength)) != image)
        return false;
    QDataStream in(image);
    quint16 epoch = 0, head = 0, acknowledged = 0, boots = 0, count = 0;
    in >> epoch >> head >> acknowledged >> boots >> count;
    m_presses.clear();
    for (int i = 0; i < count; ++i) {
        quint16 seq = 0, token = 0;
        quint8 value = 0;
        in >> seq >> value >> token;
        m_presses.push_back({seq, value, token, std::nullopt});
    }
    m_epoch = epoch;
    m_head = head;
    m_acknowledged = acknowledged;
    m_bootCount = boots;
    return in.status() == QDataStream::Ok;
}

void PressRing::wipe()
{
    m_epoch = m_newEpoch;
    m_head = 0;
    m_acknowledged = 0;
    m_bootCount = 0;
    m_presses.clear();
}

void PressRing::store()
{
    m_eeprom = image();
    if (m_file.isEmpty())
        return;
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(m_eeprom);
        file.commit();
    }
}

} // namespace starqueue::simulators
