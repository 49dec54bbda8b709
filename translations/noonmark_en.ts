<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>noonmark::ctl</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <comment>of a key</comment>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <comment>of a key</comment>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s); each way takes %1, and on average %2 more in queues.</source>
        <translation>
            <numerusform>%n server; each way takes %1, and on average %2 more in queues.</numerusform>
            <numerusform>%n servers; each way takes %1, and on average %2 more in queues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Medians of %n simulated run(s) of %1, from 2000 s on:</source>
        <translation>
            <numerusform>One simulated run of %1, from 2000 s on:</numerusform>
            <numerusform>Medians of %n simulated runs of %1, from 2000 s on:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::Report</name>
    <message numerus="yes">
        <source>%1: %n more line(s) like these; all of them: %2</source>
        <translation>
            <numerusform>%1: %n more line like these; all of them: %2</numerusform>
            <numerusform>%1: %n more lines like these; all of them: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::AccessEntryModel</name>
    <message numerus="yes">
        <source>line(s) %1</source>
        <extracomment>%1 is one line number or several with commas between them</extracomment>
        <translation>
            <numerusform>line %1</numerusform>
            <numerusform>lines %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ApplyDialog</name>
    <message numerus="yes">
        <source>… and %n more error(s).</source>
        <translation>
            <numerusform>… and %n more error.</numerusform>
            <numerusform>… and %n more errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ from what runs now:</source>
        <translation>
            <numerusform>%n line differs from what runs now:</numerusform>
            <numerusform>%n lines differ from what runs now:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ClientsHosts</name>
    <message numerus="yes">
        <source>%n line(s) could not be understood, the first is line %1.</source>
        <translation>
            <numerusform>%n line could not be understood: line %1.</numerusform>
            <numerusform>%n lines could not be understood, the first is line %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ClientsPage</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ConfigurationFiles</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::DiskDialog</name>
    <message numerus="yes">
        <source>They differ in %n place(s).</source>
        <translation>
            <numerusform>They differ in %n place.</numerusform>
            <numerusform>They differ in %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <comment>where the words stand</comment>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::FindingList</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::LogPage</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <extracomment>How many rows of the journal are shown.</extracomment>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>In the message bar: how many further messages wait behind this one.</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::OverviewPage</name>
    <message numerus="yes">
        <source>The file has %n mistake(s).</source>
        <translation>
            <numerusform>The file has %n mistake.</numerusform>
            <numerusform>The file has %n mistakes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has %n thing(s) to look at.</source>
        <translation>
            <numerusform>The file has %n thing to look at.</numerusform>
            <numerusform>The file has %n things to look at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::StatusLine</name>
    <message numerus="yes">
        <source>last packet %n s ago</source>
        <extracomment>Bottom right: the age of the newest packet of any source, in seconds.</extracomment>
        <translation>
            <numerusform>last packet %n s ago</numerusform>
            <numerusform>last packet %n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last packet %n min ago</source>
        <extracomment>The same in minutes.</extracomment>
        <translation>
            <numerusform>last packet %n min ago</numerusform>
            <numerusform>last packet %n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::StructureModel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>how many lines of the file belong to this group</comment>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::TopBar</name>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <extracomment>Button: hands the changed lines to the running daemon.</extracomment>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
</context>
</TS>
