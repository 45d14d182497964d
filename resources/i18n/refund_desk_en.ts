<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApprovalsPlace</name>
    <message numerus="yes">
        <source>%n wait(s) for approval</source>
        <translation>
            <numerusform>%n waits for approval</numerusform>
            <numerusform>%n wait for approval</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bell</name>
    <message numerus="yes">
        <source>%n outcome(s) not seen yet</source>
        <translation>
            <numerusform>%n outcome not seen yet</numerusform>
            <numerusform>%n outcomes not seen yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n unknown one(s) are carried over by name.</source>
        <translation>
            <numerusform>%n unknown one is carried over by name.</numerusform>
            <numerusform>%n unknown ones are carried over by name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtsPlace</name>
    <message numerus="yes">
        <source>%n awaiting confirmation</source>
        <translation>
            <numerusform>%n awaiting confirmation</numerusform>
            <numerusform>%n awaiting confirmation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) written</source>
        <translation>
            <numerusform>%Ln row written</numerusform>
            <numerusform>%Ln rows written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written.</source>
        <translation>
            <numerusform>%Ln row written.</numerusform>
            <numerusform>%Ln rows written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n column(s) of the screen, in their order</source>
        <translation>
            <numerusform>The %n column of the screen</numerusform>
            <numerusform>The %n columns of the screen, in their order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln new order(s) stored.</source>
        <translation>
            <numerusform>%Ln new order stored.</numerusform>
            <numerusform>%Ln new orders stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) stored</source>
        <translation>
            <numerusform>%Ln order stored</numerusform>
            <numerusform>%Ln orders stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) were here already</source>
        <translation>
            <numerusform>%Ln order was here already</numerusform>
            <numerusform>%Ln orders were here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) with bad rows were left out</source>
        <translation>
            <numerusform>%Ln order with bad rows was left out</numerusform>
            <numerusform>%Ln orders with bad rows were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) checked</source>
        <translation>
            <numerusform>%Ln row checked</numerusform>
            <numerusform>%Ln rows checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Store %Ln order(s)</source>
        <translation>
            <numerusform>Store %Ln order</numerusform>
            <numerusform>Store %Ln orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogCheck</name>
    <message numerus="yes">
        <source>%Ln row(s) checked</source>
        <translation>
            <numerusform>%Ln row checked</numerusform>
            <numerusform>%Ln rows checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: all %Ln row(s) fit.</source>
        <translation>
            <numerusform>Checked: the one row fits.</numerusform>
            <numerusform>Checked: all %Ln rows fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The log fits, but %Ln thing(s) do not stand as it says.</source>
        <translation>
            <numerusform>The log fits, but one thing does not stand as it says.</numerusform>
            <numerusform>The log fits, but %Ln things do not stand as it says.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogSection</name>
    <message numerus="yes">
        <source>%Ln row(s), all there are</source>
        <translation>
            <numerusform>%Ln row, all there is</numerusform>
            <numerusform>%Ln rows, all there are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln row(s); there are older ones</source>
        <translation>
            <numerusform>The newest row; there are older ones</numerusform>
            <numerusform>The newest %Ln rows; there are older ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrdersPlace</name>
    <message numerus="yes">
        <source>The newest %Ln; older ones are found by searching</source>
        <translation>
            <numerusform>The newest one; older ones are found by searching</numerusform>
            <numerusform>The newest %Ln; older ones are found by searching</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message numerus="yes">
        <source>%n reversal(s) awaiting confirmation</source>
        <translation>
            <numerusform>%n reversal awaiting confirmation</numerusform>
            <numerusform>%n reversals awaiting confirmation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reversal(s) whose end is not known</source>
        <translation>
            <numerusform>%n reversal whose end is not known</numerusform>
            <numerusform>%n reversals whose end is not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n waits for you</numerusform>
            <numerusform>%n wait for you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message numerus="yes">
        <source>%Ln seller line(s)</source>
        <translation>
            <numerusform>%Ln seller line</numerusform>
            <numerusform>%Ln seller lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %Ln order(s) with bad rows, take in the others</source>
        <translation>
            <numerusform>Leave out the %Ln order with bad rows, take in the others</numerusform>
            <numerusform>Leave out the %Ln orders with bad rows, take in the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are listed.</source>
        <translation>
            <numerusform>The first one is listed.</numerusform>
            <numerusform>The first %Ln are listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bad rows of %Ln</source>
        <translation>
            <numerusform>bad rows of %Ln</numerusform>
            <numerusform>bad rows of %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafekeepingDialog</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n awaiting confirmation</source>
        <translation>
            <numerusform>%n awaiting confirmation</numerusform>
            <numerusform>%n awaiting confirmation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown, being looked up</source>
        <translation>
            <numerusform>%n unknown, being looked up</numerusform>
            <numerusform>%n unknown, being looked up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown, waiting for a person</source>
        <translation>
            <numerusform>%n unknown, waiting for a person</numerusform>
            <numerusform>%n unknown, waiting for a person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n awaiting confirmation</source>
        <translation>
            <numerusform>%n awaiting confirmation</numerusform>
            <numerusform>%n awaiting confirmation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for you to approve</source>
        <translation>
            <numerusform>%n for you to approve</numerusform>
            <numerusform>%n for you to approve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WayBackDialog</name>
    <message numerus="yes">
        <source>%n reversal(s) here have no certain end yet.</source>
        <translation>
            <numerusform>%n reversal here has no certain end yet.</numerusform>
            <numerusform>%n reversals here have no certain end yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reversal(s) that this computer knows of are not in this backup.</source>
        <translation>
            <numerusform>%n reversal that this computer knows of is not in this backup.</numerusform>
            <numerusform>%n reversals that this computer knows of are not in this backup.</numerusform>
        </translation>
    </message>
</context>
</TS>
