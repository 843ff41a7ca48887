#pragma once

#include <firmware-bridge/simulators/families/foreign_family.h>

namespace starqueue::simulators {

/// Star line mode (TUP): no DLE EOT, automatic status of nine bytes, ETB counts what is printed.
class StarFamily : public ForeignFamily
{
private:
    [[nodiscard]] std::size_t lengthOf(const std::string& begun) const override;
    void execute(const std::string& command) override;
    [[nodiscard]] bool realTime(char byte) override;
    void changed() override { say(status()); }
    void poweredUp() override;
    [[nodiscard]] QByteArray status() const;

    int m_counter = 0;
    bool m_counted = false;
};

} // namespace starqueue::simulators
