#pragma once

#include <cli/certify/inspection.h>
#include <cli/certify/printer_link.h>
#include <cli/certify/probe.h>

#include <tl/expected.hpp>

#include <string>

namespace starqueue::certify {

/// Whether a printer can print now. What one in a fault answers says nothing of what it can do.
class Readiness
{
public:
    /// All must outlive it.
    Readiness(PrinterLink& link, const Person& person, const Tell& tell)
        : m_link(link), m_person(person), m_tell(tell)
    {}

    /// What keeps it from printing, with its remedy, as it says twice itself: "it is out of paper: …". Empty:
    /// nothing, or it says so in no way that every family shares.
    [[nodiscard]] std::string fault();
    /// Has the person mend what keeps it from printing, until nothing does. The error is the fault that
    /// nobody mends.
    [[nodiscard]] tl::expected<void, std::string> await();

private:
    PrinterLink& m_link;
    const Person& m_person;
    const Tell& m_tell;
    bool m_isUntrue = false; ///< the person says that what it says isn't so
};

} // namespace starqueue::certify
