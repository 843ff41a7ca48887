#pragma once

#include <firmware-bridge/simulators/families/foreign_family.h>

namespace starqueue::simulators {

/// Nippon NP-2511: one status byte without fixed bits, a job's end as FF 13 with its four bytes of identity.
class NipponFamily : public ForeignFamily
{
private:
    [[nodiscard]] std::size_t lengthOf(const std::string& begun) const override;
    void execute(const std::string& command) override;
    [[nodiscard]] bool realTime(char) override { return false; }
    void changed() override {}
    void poweredUp() override {}
    [[nodiscard]] QByteArray status() const;
};

} // namespace starqueue::simulators
