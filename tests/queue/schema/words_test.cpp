#include <queue/model/print_job.h>
#include <queue/model/ticket.h>

#include <gtest/gtest.h>

using namespace starqueue::queue;

static_assert(word(TicketState::NoShow) == "no_show");
static_assert(withWord<TicketState>("no_show") == TicketState::NoShow);
static_assert(!withWord<TicketState>("No_Show"));

TEST(Words, AWordAndItsEnumeratorLeadToEachOther)
{
    for (const auto& entry : kWords<Discipline>) {
        EXPECT_EQ(word(entry.value), entry.word);
        EXPECT_EQ(withWord<Discipline>(entry.word), entry.value);
    }
}

TEST(Words, WhatIsShownAsNullHasAWordForThoseWhoAsk)
{
    EXPECT_EQ(word(Claim::None), "none");
    EXPECT_EQ(withWord<Claim>("none"), Claim::None);
    EXPECT_EQ(shownWord(Claim::None), std::nullopt);
    EXPECT_EQ(withShownWord<Claim>(std::nullopt), Claim::None);
    EXPECT_EQ(withShownWord<Claim>("none"), std::nullopt);
    EXPECT_EQ(shownWord(Claim::Typed), "typed");
    EXPECT_EQ(withShownWord<TicketState>(std::nullopt), std::nullopt);
}

TEST(Words, AListLeavesOutWhatIsShownAsNullOnlyWhereAsked)
{
    EXPECT_EQ(wordsOf<PrintOutcome>().size(), shownWordsOf<PrintOutcome>().size() + 1);
    EXPECT_EQ(shownWordsOf<PrintOutcome>().front(), "printed");
    EXPECT_EQ(wordList<PrintJobState>(), "pending, taken or ended");
}
