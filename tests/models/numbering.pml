/* Numbering: each number of a series once, none left out, whoever dies in the middle.

   A clerk's connection may break at any point before the commit: the database takes back what was
   written and frees the lock. -DWITHOUT_THE_PEN takes the lock out; -DSEQUENCE gives numbers as a
   sequence of the database does, outside the transaction, which is why none is used. */

#define CLERKS 4

byte last = 0;                    /* the highest number that is committed */
byte sequence = 0;
byte given[CLERKS + 1];           /* how many papers have the number */
byte running = CLERKS;
bool pen = false;

#ifdef WITHOUT_THE_PEN
#define TAKE skip
#define GIVE skip
#else
#define TAKE atomic { !pen -> pen = true }
#define GIVE pen = false
#endif

active [CLERKS] proctype Clerk() {
    byte number;
    TAKE;
#ifdef SEQUENCE
    atomic { sequence++; number = sequence };
#else
    number = last + 1;
#endif
    if
    :: atomic { given[number]++; last = (number > last -> number : last) }   /* the commit */
    :: skip                       /* killed: nothing of it stays */
    fi;
    GIVE;
    running--
}

active proctype Auditor() {
    byte number = 1;
    running == 0;
    do
    :: number <= last -> assert(given[number] == 1); number++
    :: else -> break
    od
}
