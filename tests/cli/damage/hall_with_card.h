#pragma once

#include <cli/command_line.h>
#include <cli/hall_lines.h>

#include <db/people/customers.h>

namespace starqueue::cli::test {

/// A hall with two lines in its journal that knows the card 1.
class HallWithCard : public CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        addLines(m_hall, {60, 120});
        ASSERT_TRUE((*db::CustomerStore::open(m_hall))->importCsv("kind,value,stars\ncard,1,5\n"));
    }
};

} // namespace starqueue::cli::test
