import type { ColumnType, Generated } from "kysely";
import type { DeclaredNetwork } from "#app/model/declaration.ts";
import type { Population as AlertPlace } from "#app/model/population.ts";
import type { Condition, Option, QuestionKind, Words } from "#app/model/questionnaire.ts";
import type { Reach, Sample, SendingHours } from "#app/model/wave.ts";
import type { FrozenThresholds } from "#app/privacy/policy.ts";

/** One text a language. */
export interface Names {
  readonly fr: string;
  readonly en: string;
}

/** One kind of thing a step could not keep, and how often. */
export interface Refusal {
  readonly where: string;
  readonly reason: string;
  readonly occurrences: number;
}

/** Read as a value, written as JSON text. */
type Json<T, Optional = false> = ColumnType<
  T,
  Optional extends true ? string | undefined : string,
  string
>;

interface AnswerCell {
  waveId: number;
  cell: number;
  position: number;
  value: number;
  n: number;
}

interface IndicatorCell {
  waveId: number;
  cell: number;
  indicatorKey: string;
  n: number;
  sum: number;
  squares: number;
}

interface ParticipationCell {
  waveId: number;
  cell: number;
  invited: number | null;
  answered: number;
}

interface TouchedWeek {
  week: string;
}

interface WavePopulation {
  waveId: number;
  population: number;
  kind: string;
  key: string;
  parentKey: string | null;
  cut: string;
  names: Json<Names>;
  path: readonly string[];
}

interface ReorganisedPopulation {
  releaseId: number;
  population: number;
  cells: readonly number[];
}

interface WavePopulationCell {
  waveId: number;
  population: number;
  cell: number;
}

interface WeekBits {
  week: string;
  family: string;
  bits: string;
}

interface WeekAnnouncement {
  week: string;
  number: number;
  postedOn: string;
  network: string;
  groupName: string | null;
}

interface ReleasedAnnouncement {
  releaseId: number;
  number: number;
  postedOn: string;
  network: string;
  groupName: string | null;
}

interface WeekDigest {
  week: string;
  people: Buffer;
}

interface WeekMeasure {
  week: string;
  population: number;
  measure: string;
  n: number;
  x: number;
  acts: number | null;
  ofActs: number | null;
}

interface WeekCell {
  week: string;
  cell: number;
  populations: number[];
}

interface WeekCellCount {
  week: string;
  measure: string;
  cell: number;
  n: number;
  x: number;
  acts: number | null;
  ofActs: number | null;
}

interface WeekPopulation {
  week: string;
  population: number;
  kind: string;
  key: string;
  parentKey: string | null;
  cut: string;
  names: Json<Names>;
  path: readonly string[];
}

interface Figure {
  releaseId: number;
  population: number;
  measure: string;
  form: string;
  hidden: boolean;
  n: number | null;
  band: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  least: number | null;
  most: number | null;
}

interface ReleasedComment {
  releaseId: number;
  questionId: number;
  number: number;
  position: number;
  text: string;
}

interface ReleasedCommentGroup {
  releaseId: number;
  questionId: number;
  number: number;
  key: string;
  parentKey: string | null;
  names: Json<Names>;
  path: readonly string[];
  isRest: boolean;
}

interface Population {
  releaseId: number;
  population: number;
  kind: string;
  key: string;
  parentKey: string | null;
  cut: string;
  names: Json<Names>;
  path: readonly string[];
}

interface Release {
  id: Generated<number>;
  kind: string;
  waveId: number | null;
  week: string | null;
  policyVersion: number;
  supersedes: number | null;
  without: Generated<readonly string[]>;
  releasedAt: Date;
  asOf: Generated<string | null>;
}

interface Account {
  id: Generated<number>;
  connectionId: number;
  externalId: string;
  kind: Generated<string>;
  active: Generated<boolean>;
  emailKey: Buffer | null;
  numberKey: Buffer | null;
  deactivatedAt: Date | null;
  telephoneKey: Buffer | null;
  label: Buffer | null;
  ambiguous: Generated<boolean>;
}

interface AccountAddress {
  accountId: number;
  emailKey: Buffer;
  seenAt: Generated<Date>;
  derived: Generated<boolean>;
}

interface AccountAlias {
  connectionId: number;
  externalId: string;
  accountId: number;
}

interface AccountLink {
  accountId: number;
  personId: number;
  matchedBy: string;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface Activity {
  occurredAt: Date;
  externalHash: number;
  accountId: number;
  connectionId: number;
  verb: number;
  groupId: number;
  rootHash: number | null;
  targetAccountId: Generated<number>;
  isQuestion: Generated<boolean>;
  withdrawnAt: Date | null;
}

interface ActivityCount {
  connectionId: number;
  accountId: Generated<number>;
  groupId: Generated<number>;
  day: string;
  grain: string;
  verb: number;
  counts: string;
  n: number;
}

interface AnswerBox {
  waveId: number;
  cell: number;
  answers: readonly (number | null)[];
  states: readonly number[];
}

interface AnswerMark {
  invitationHash: Buffer;
}

interface CodeSalt {
  waveId: number;
  salt: Buffer;
}

interface ChatAsk {
  tokenHash: Buffer;
  waveId: number;
  personId: number | null;
  position: number;
}

interface Comment {
  waveId: number;
  questionId: number;
  cell: number;
  member: Buffer | null;
  value: Buffer;
}

interface CommentGroup {
  waveId: number;
  questionId: number;
  number: number;
  releaseId: number;
  key: string;
  parentKey: string | null;
  names: Json<Names>;
  path: readonly string[];
  isRest: boolean;
  leastComments: number;
  groupedAt: Date;
  settled: Generated<boolean>;
}

interface ConnectionCursor {
  connectionId: number;
  cursor: string | null;
  windowFrom: Date | null;
  windowTo: Date | null;
  committedAt: Generated<Date>;
}

interface ConnectionSetting {
  connectionId: number;
  name: string;
  value: Buffer;
}

interface Consent {
  connectionId: number;
  member: string;
  given: boolean;
  at: Date;
}

interface AnswerSource {
  id: Generated<number>;
  key: string;
  tool: string;
  mapping: ColumnType<unknown, string, string>;
  secrets: Buffer;
  bookmark: string | null;
  held: number | null;
  readAt: Date | null;
  endedAt: Date | null;
}

interface AnswerWaiting {
  sourceId: number;
  response: Buffer;
  told: Buffer | null;
}

interface Reference {
  key: string;
  names: ColumnType<Readonly<Record<string, string>>, string, string>;
  publisher: string;
  url: string | null;
  publishedOn: string;
  askedOn: string;
  sample: ColumnType<Readonly<Record<string, string>>, string, string>;
  licence: string;
  comparability: ColumnType<Readonly<Record<string, string>>, string, string>;
}

interface ReferenceFigure {
  reference: string;
  code: string;
  wordings: ColumnType<Readonly<Record<string, string>>, string, string>;
  period: string;
  statistic: string;
  population: Generated<string>;
  value: number;
  unit: "percent" | "index" | "points" | "count";
  nearest: string | null;
  drawn: Generated<boolean>;
  note: ColumnType<Readonly<Record<string, string>> | null, string | null, string | null>;
}

interface Delivery {
  id: Generated<number>;
  connectionId: number;
  message: Buffer;
  records: Buffer | null;
  attempts: Generated<number>;
  receivedAt: Date;
}

interface Directory {
  personId: number;
  kind: string;
  value: Buffer;
  matchKey: Buffer | null;
  recordedAt: Generated<Date>;
}

interface Dispatch {
  token: Generated<string>;
  waveId: number;
  personId: number | null;
  viewerId: number | null;
  purpose: string;
  number: Generated<number>;
  language: string | null;
  channel: string | null;
  tried: Generated<readonly string[]>;
  dueAt: Date;
  state: Generated<string>;
  attempts: Generated<number>;
  claimedAt: Date | null;
  sentAt: Date | null;
  vendorId: string | null;
  why: string | null;
}

interface Employment {
  personId: number;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface FrameCell {
  waveId: number;
  cell: number;
  unitId: number | null;
  siteId: number | null;
  options: Generated<readonly number[]>;
  invited: number | null;
}

interface FrameCode {
  answerHash: Buffer;
  waveId: number;
  cell: number;
  member: Buffer | null;
}

interface FrameUnit {
  waveId: number;
  unitId: number;
  parentId: number | null;
  key: string;
  names: Json<Names>;
  first: number;
  last: number;
  depth: number;
}

interface Group {
  id: Generated<number>;
  connectionId: number;
  externalId: string;
  createdAt: Date | null;
  archivedAt: Date | null;
}

interface GroupState {
  groupId: number;
  privacy: string;
  purpose: string | null;
  name: string | null;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface Import {
  id: Generated<number>;
  kind: string;
  source: string;
  digest: Buffer | null;
  effectiveOn: string | null;
  state: Generated<string>;
  startedAt: Generated<Date>;
  finishedAt: Date | null;
  read: Generated<number>;
  kept: Generated<number>;
  refused: Generated<number>;
}

interface ImportRefusal {
  importId: number;
  line: number | null;
  field: string | null;
  reason: string;
  occurrences: Generated<number>;
}

interface InboundAnswer {
  id: Generated<number>;
  connectionId: number;
  answer: Buffer;
  value: Buffer | null;
  attempts: Generated<number>;
  receivedAt: Date;
}

interface Invitation {
  invitationHash: Buffer;
  waveId: number;
  personId: number;
  channel: string;
  state: Generated<string>;
}

interface LinkRequest {
  id: Generated<number>;
  accountId: number;
  number: Buffer | null;
  askedBy: string;
  askedAt: Generated<Date>;
  outcome: string | null;
  doneAt: Date | null;
}

interface Membership {
  groupId: number;
  accountId: number;
  joinedAt: Date | null;
  seenFrom: Date;
  leftAt: Date | null;
}

interface Objection {
  personId: number;
  since: string;
  withdrawnOn: string | null;
}

interface Person {
  id: Generated<number>;
  key: Buffer;
  importId: number | null;
}

interface PersonEmail {
  emailKey: Buffer;
  personId: number;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface PersonManager {
  personId: number;
  managerId: number;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface PersonSegment {
  personId: number;
  segmentId: number;
  optionId: number;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface PersonSite {
  personId: number;
  siteId: number;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface PersonUnit {
  personId: number;
  unitId: number;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface Post {
  connectionId: number;
  externalHash: number;
  accountId: number;
  groupId: number;
  occurredAt: Date;
}

interface RawComment {
  id: Generated<string>;
  waveId: number;
  questionId: number;
  unitId: number | null;
  value: Buffer;
}

interface ReadComment {
  id: Generated<string>;
  waveId: number;
  questionId: number;
  unitId: number | null;
  number: number | null;
  text: string | null;
  reasons: Generated<readonly string[]>;
  state: Generated<string>;
}

interface Response {
  id: Generated<string>;
  waveId: number;
  cell: number;
  member: Buffer | null;
  complete: Generated<boolean>;
  dropped: Generated<boolean>;
  answers: readonly (number | null)[];
  states: readonly number[];
  importId: number | null;
  externalHash: number | null;
}

interface ScimGroup {
  id: string;
  position: Generated<number>;
  nameKey: Buffer;
  externalKey: Buffer | null;
  resource: Buffer;
  version: Generated<number>;
  createdAt: Date;
  modifiedAt: Date;
}

interface ScimGroupMember {
  groupId: string;
  memberId: string;
  isGroup: boolean;
}

interface ScimToken {
  id: Generated<number>;
  label: string;
  hash: Buffer;
  number: string;
  unit: readonly string[];
  groups: string;
  createdAt: Date;
  usedOn: string | null;
  revokedAt: Date | null;
}

interface ScimUser {
  id: string;
  position: Generated<number>;
  tokenId: number;
  userNameKey: Buffer | null;
  externalKey: Buffer | null;
  emailKeys: Generated<readonly Buffer[]>;
  numberKey: Buffer | null;
  resource: Buffer;
  active: boolean;
  leftOn: string | null;
  told: Generated<readonly string[]>;
  version: Generated<number>;
  takenVersion: Generated<number>;
  createdAt: Date;
  modifiedAt: Date;
}

interface Segment {
  id: Generated<number>;
  key: string;
  names: Json<Names>;
  sensitive: Generated<boolean>;
  shown: Generated<boolean>;
}

interface SegmentOption {
  id: Generated<number>;
  segmentId: number;
  key: string;
  names: Json<Names>;
}

interface Site {
  id: Generated<number>;
  key: string;
  name: string;
  country: string | null;
  timeZone: string | null;
  headOffice: Generated<boolean>;
  legalEntity: string | null;
  importId: number | null;
}

interface Stop {
  personId: number;
  channel: string;
  at: Date;
}

interface Unit {
  id: Generated<number>;
  key: string;
}

interface UnitName {
  unitId: number;
  language: string;
  name: string;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface UnitOrder {
  asOf: string;
  unitId: number;
  parentId: number | null;
  first: number;
  last: number;
  depth: number;
}

interface UnitParent {
  unitId: number;
  parentId: number | null;
  valid: string;
  recordedAt: Generated<Date>;
  importId: number;
  retiredBy: number | null;
}

interface UnitSuccession {
  id: Generated<number>;
  fromUnitId: number;
  toUnitId: number;
  kind: string;
  happenedOn: string;
  importId: number | null;
}

interface Alert {
  id: Generated<number>;
  kind: string;
  subject: string;
  raisedOn: string;
  population: ColumnType<AlertPlace | null, string | null | undefined, string | null>;
  details: Json<Readonly<Record<string, string>>, true>;
  endedOn: string | null;
}

interface ViewerMail {
  token: Generated<string>;
  viewerId: number;
  kind: string;
  period: string;
  since: string;
  dueAt: Date;
  state: Generated<string>;
  attempts: Generated<number>;
  claimedAt: Date | null;
  sentAt: Date | null;
  why: string | null;
}

interface ViewerMailChoice {
  viewerId: number;
  digest: string;
  alerts: boolean;
  actions: Generated<boolean>;
}

interface AuditEntry {
  id: Generated<number>;
  at: Generated<Date>;
  actor: string;
  action: string;
  subject: Json<Record<string, unknown>, true>;
}

interface Barometer {
  id: Generated<number>;
  key: string;
  names: Json<Names>;
}

interface BarometerVersion {
  id: Generated<number>;
  barometerId: number;
  version: number;
  languages: readonly string[];
  purpose: Json<Words | null, true>;
  licence: string | null;
}

interface Connection {
  id: Generated<number>;
  key: string;
  network: string;
  title: string;
  supplies: Generated<readonly string[]>;
  successorId: number | null;
  state: Generated<string>;
  fedBy: Generated<string>;
  beginsOn: string | null;
  endedOn: string | null;
  coveredTo: Date | null;
}

interface Equivalence {
  fromQuestionId: number;
  toQuestionId: number;
  reason: Json<Names>;
  declaredOn: string;
}

interface Indicator {
  key: string;
  names: Json<Names>;
  position: number;
}

interface Item {
  id: Generated<number>;
  key: string;
  indicatorKey: string | null;
}

interface Network {
  network: string;
  title: string;
  position: number;
  declaration: Json<DeclaredNetwork>;
}

interface Night {
  id: Generated<number>;
  startedAt: Date;
  finishedAt: Date | null;
  heartbeatAt: Date;
  state: string;
  onlyNetwork: string | null;
}

interface NightStep {
  nightId: number;
  position: number;
  name: string;
  connectionId: number | null;
  windowFrom: Date | null;
  windowTo: Date | null;
  read: Generated<number>;
  kept: Generated<number>;
  refused: Generated<number>;
  refusals: Json<readonly Refusal[], true>;
  startedAt: Date;
  finishedAt: Date | null;
  state: string;
  message: string | null;
  trouble: string | null;
  troubleStatus: number | null;
}

interface Policy {
  version: Generated<number>;
  thresholds: Json<FrozenThresholds>;
  announcedAt: Generated<Date>;
  announcedBy: string;
  firstUsedAt: Date | null;
  withdrawnAt: Date | null;
}

interface Question {
  id: Generated<number>;
  versionId: number;
  itemId: number;
  position: number;
  kind: QuestionKind;
  low: number | null;
  high: number | null;
  reversed: Generated<boolean>;
  sensitive: Generated<boolean>;
  wordings: Json<Record<string, string>>;
  section: string | null;
  scale: Json<readonly Option[] | null, true>;
  options: Json<readonly Option[] | null, true>;
  shownIf: Json<readonly Condition[] | null, true>;
  comparableTo: string | null;
}

interface Section {
  versionId: number;
  position: number;
  key: string;
  names: Json<Words>;
}

interface Session {
  tokenHash: Buffer;
  viewerId: number;
  createdAt: Date;
  expiresAt: Date;
}

interface Setting {
  key: string;
  value: Json<unknown>;
  changedAt: Generated<Date>;
  changedBy: string | null;
}

interface SignInAttempt {
  emailHash: Buffer;
  at: Date;
  succeeded: boolean;
}

interface Viewer {
  id: Generated<number>;
  email: string;
  name: string;
  language: Generated<string>;
  passwordHash: string | null;
  demo: Generated<boolean>;
  createdAt: Generated<Date>;
  disabledAt: Date | null;
}

interface ViewerRole {
  viewerId: number;
  role: string;
  valid: Generated<string>;
}

interface ViewerScope {
  viewerId: number;
  kind: string;
  key: string;
  valid: Generated<string>;
}

interface Wave {
  id: Generated<number>;
  key: string;
  versionId: number;
  names: Json<Names>;
  mode: string;
  state: Generated<string>;
  origin: Generated<string>;
  opensAt: Date | null;
  closesAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  thresholds: Json<FrozenThresholds | null, true>;
  policyVersion: number | null;
  consultationOn: string | null;
  late: Generated<number>;
  kind: Generated<string>;
  answerRule: Generated<string>;
  sample: Json<Sample | null, true>;
  reminders: Generated<readonly number[]>;
  reminded: Generated<number>;
  hours: Json<SendingHours, true>;
  toldAt: Date | null;
}

interface WaveReach {
  waveId: number;
  kind: string;
  madeAt: Date;
  reach: Json<Reach>;
}

interface WaveWish {
  id: Generated<number>;
  waveKey: string;
  wish: string;
  details: Json<unknown, true>;
  askedBy: string;
  askedAt: Date;
  doneAt: Date | null;
  outcome: string | null;
  said: Generated<readonly string[]>;
}

interface Progress {
  waveId: number;
  day: string;
  key: string;
  parentKey: string | null;
  names: Json<Names>;
  path: readonly string[];
  least: number;
  most: number;
}

interface ReleasedDriver {
  releaseId: number;
  population: number;
  outcome: string;
  item: string;
  place: number;
  n: number;
  explained: number;
  part: number;
  low: number;
  high: number;
  ordered: boolean;
}

interface ReleasedGuess {
  waveId: number;
  indicatorKey: string;
  least: number;
  most: number;
}

interface Guess {
  waveId: number;
  viewerId: number;
  indicatorKey: string;
  share: number;
}

interface Action {
  id: Generated<number>;
  kind: string;
  key: string;
  parentKey: string | null;
  cut: string;
  names: Json<Names>;
  path: readonly string[];
  heard: Json<Partial<Names>>;
  doing: Json<Partial<Names>>;
  indicator: string | null;
  ownerId: number;
  dueOn: string;
  state: string;
  startedOn: string | null;
  endedOn: string | null;
  onBoard: Generated<boolean>;
  writtenBy: number;
  writtenAt: Date;
  changedAt: Date;
}

interface ActionReminder {
  actionId: number;
  dueOn: string;
  occasion: string;
  claimedAt: Date;
  sentAt: Date | null;
}

interface Mark {
  id: Generated<number>;
  onDay: string;
  kind: string;
  names: Json<Partial<Names>>;
  key: string;
  path: readonly string[];
  about: Json<Names>;
  writtenBy: number;
  writtenAt: Date;
}

interface SavedView {
  id: Generated<number>;
  viewerId: number;
  name: string;
  address: string;
  savedAt: Date;
}

interface Reorganisation {
  onDay: string;
  kind: string;
  was: Json<Partial<Names>>;
  isNow: Json<Partial<Names>>;
  key: string;
}

/** Every table, as its rows look in TypeScript. The migrations are the truth; a test holds this to them. */
export interface Schema {
  "counts.answerCell": AnswerCell;
  "counts.indicatorCell": IndicatorCell;
  "counts.participationCell": ParticipationCell;
  "counts.touchedWeek": TouchedWeek;
  "counts.reorganisedPopulation": ReorganisedPopulation;
  "counts.wavePopulation": WavePopulation;
  "counts.wavePopulationCell": WavePopulationCell;
  "counts.weekAnnouncement": WeekAnnouncement;
  "counts.weekBits": WeekBits;
  "counts.weekCell": WeekCell;
  "counts.weekCellCount": WeekCellCount;
  "counts.weekDigest": WeekDigest;
  "counts.weekMeasure": WeekMeasure;
  "counts.weekPopulation": WeekPopulation;
  "figures.announcement": ReleasedAnnouncement;
  "figures.comment": ReleasedComment;
  "figures.commentGroup": ReleasedCommentGroup;
  "figures.driver": ReleasedDriver;
  "figures.figure": Figure;
  "figures.guess": ReleasedGuess;
  "figures.population": Population;
  "figures.progress": Progress;
  "figures.release": Release;
  "intake.account": Account;
  "intake.accountAddress": AccountAddress;
  "intake.accountAlias": AccountAlias;
  "intake.accountLink": AccountLink;
  "intake.activity": Activity;
  "intake.activityCount": ActivityCount;
  "intake.answerBox": AnswerBox;
  "intake.answerMark": AnswerMark;
  "intake.codeSalt": CodeSalt;
  "intake.chatAsk": ChatAsk;
  "intake.comment": Comment;
  "intake.commentGroup": CommentGroup;
  "intake.connectionCursor": ConnectionCursor;
  "intake.connectionSetting": ConnectionSetting;
  "intake.consent": Consent;
  "intake.delivery": Delivery;
  "intake.answerSource": AnswerSource;
  "intake.answerWaiting": AnswerWaiting;
  "intake.directory": Directory;
  "intake.dispatch": Dispatch;
  "intake.employment": Employment;
  "intake.frameCell": FrameCell;
  "intake.frameCode": FrameCode;
  "intake.frameUnit": FrameUnit;
  "intake.group": Group;
  "intake.groupState": GroupState;
  "intake.guess": Guess;
  "intake.import": Import;
  "intake.importRefusal": ImportRefusal;
  "intake.inboundAnswer": InboundAnswer;
  "intake.invitation": Invitation;
  "intake.linkRequest": LinkRequest;
  "intake.membership": Membership;
  "intake.objection": Objection;
  "intake.person": Person;
  "intake.personEmail": PersonEmail;
  "intake.personManager": PersonManager;
  "intake.personSegment": PersonSegment;
  "intake.personSite": PersonSite;
  "intake.personUnit": PersonUnit;
  "intake.post": Post;
  "intake.rawComment": RawComment;
  "intake.readComment": ReadComment;
  "intake.response": Response;
  "intake.scimGroup": ScimGroup;
  "intake.scimGroupMember": ScimGroupMember;
  "intake.scimToken": ScimToken;
  "intake.scimUser": ScimUser;
  "intake.segment": Segment;
  "intake.segmentOption": SegmentOption;
  "intake.site": Site;
  "intake.stop": Stop;
  "intake.unit": Unit;
  "intake.unitName": UnitName;
  "intake.unitOrder": UnitOrder;
  "intake.unitParent": UnitParent;
  "intake.unitSuccession": UnitSuccession;
  "records.action": Action;
  "records.actionReminder": ActionReminder;
  "records.alert": Alert;
  "records.auditEntry": AuditEntry;
  "records.barometer": Barometer;
  "records.barometerVersion": BarometerVersion;
  "records.connection": Connection;
  "records.equivalence": Equivalence;
  "records.indicator": Indicator;
  "records.item": Item;
  "records.mark": Mark;
  "records.network": Network;
  "records.night": Night;
  "records.nightStep": NightStep;
  "records.policy": Policy;
  "records.question": Question;
  "records.reference": Reference;
  "records.referenceFigure": ReferenceFigure;
  "records.reorganisation": Reorganisation;
  "records.savedView": SavedView;
  "records.section": Section;
  "records.session": Session;
  "records.setting": Setting;
  "records.signInAttempt": SignInAttempt;
  "records.viewer": Viewer;
  "records.viewerMail": ViewerMail;
  "records.viewerMailChoice": ViewerMailChoice;
  "records.viewerRole": ViewerRole;
  "records.viewerScope": ViewerScope;
  "records.wave": Wave;
  "records.waveReach": WaveReach;
  "records.waveWish": WaveWish;
}
