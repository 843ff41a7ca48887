#pragma once

#include <firmware-bridge/links/wire_journal.h>
#include <firmware-bridge/serial/wire.h>

#include <memory>

namespace starqueue::bridge {

/// Another wire, and a journal of what goes over it.
class JournalledWire final : public Wire
{
    Q_OBJECT

public:
    JournalledWire(std::unique_ptr<Wire> wire, SteadyClock clock, QObject* parent = nullptr);
    ~JournalledWire() override;

    void start() override { m_wire->start(); }
    bool send(const QByteArray& bytes) override;
    [[nodiscard]] const WireJournal& journal() const { return m_journal; }

private:
    std::unique_ptr<Wire> m_wire;
    SteadyClock m_clock;
    WireJournal m_journal;
};

} // namespace starqueue::bridge
